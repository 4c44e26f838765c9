package csms.hub.operation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import csms.hub.layout.Encoding;
import csms.hub.operation.demo.Played;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class DescribeCommandTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void labelsTheFieldsOfAFileWhateverItsNameIs(Encoding encoding) throws IOException {
        Path file = Files.write(folder.resolve("received.txt"), Played.answers(encoding));
        assertThat(describe(file.toString()))
                .contains("ssa.sves-response, records of 920 bytes, "
                        + (encoding == Encoding.IBM037 ? "IBM037" : "US-ASCII"))
                .containsPattern("record 2  titleII")
                .containsPattern("405-406 +laf_code +words +C +current-pay")
                .contains("1 header, 1 notFound, 1 pendingClaim, 1 prisoner, 1 titleII, 1 titleXVI, 1 trailer");
    }

    @Test
    void hidesWhatIsPersonal() throws IOException {
        Path file = Files.write(folder.resolve("received.txt"), Played.answers(Encoding.US_ASCII));
        String described = describe(file.toString());
        assertThat(Played.personalValues())
                .isNotEmpty()
                .noneSatisfy(value -> assertThat(described).contains(value));
        assertThat(describe(file.toString(), "--unmask")).contains(Played.personalValues());
    }

    @Test
    void hidesWhatIsPersonalInAnExtract() throws IOException {
        Path file = Files.write(folder.resolve("PARTICIPANT-EXTRACT.20261121.000001.TXT"), Played.extract());
        assertThat(Played.personalValues())
                .noneSatisfy(value -> assertThat(describe(file.toString())).contains(value));
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        byte[] bytes = Played.answers(Encoding.US_ASCII);
        System.arraycopy("20260230".getBytes("US-ASCII"), 0, bytes, 921 + 95, 8);
        Path file = Files.write(folder.resolve("received.txt"), bytes);
        assertThat(describe(file.toString(), "--records", "2"))
                .containsPattern("96-103 +date_of_death .* R0103 not a date of the form CCYYMMDD")
                .contains("1 titleII; 1 cannot be read")
                .doesNotContain("record 1", "record 3");
    }

    @Test
    void refusesAFileOfNoKnownLayout() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear hub,\n");
        assertThatThrownBy(() -> describe(file.toString())).hasMessageContaining("is no header of any exchange");
        assertThatThrownBy(() -> describe(file.toString(), "--exchange", "ssa.sves"))
                .hasMessageContaining("ssa.sves-response");
        assertThat(describe(file.toString(), "--exchange", "ssa.sves-response"))
                .contains("F0003 it has 9 bytes, not 920");
    }

    private static String describe(String... arguments) throws IOException {
        DescribeCommand command = new DescribeCommand();
        new CommandLine(command).parseArgs(arguments);
        StringWriter printed = new StringWriter();
        command.describe(new Terminal(new PrintWriter(printed), false));
        return printed.toString();
    }
}
