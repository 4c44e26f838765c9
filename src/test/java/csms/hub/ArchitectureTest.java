package csms.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "csms.hub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PLAIN = {
        "csms.hub.layout..",
        "csms.hub.record..",
        "csms.hub.control..",
        "csms.hub.update..",
        "csms.hub.request..",
        "csms.hub.participant..",
        "csms.hub.translation.."
    };

    @ArchTest
    static final ArchRule onlyRouteKnowsCamel = noClasses()
            .that()
            .resideOutsideOfPackages("csms.hub.route..", "csms.hub.acknowledgment..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because(
                    "routes tell the story, the rest is plain Java; Bindy alone writes the reports that the hub authors");

    @ArchTest
    static final ArchRule acknowledgmentKnowsBindyOnly = noClasses()
            .that()
            .resideInAPackage("csms.hub.acknowledgment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel.component..", "org.apache.camel.builder..")
            .because("a report is written, not routed, there");

    @ArchTest
    static final ArchRule theEngineIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(PLAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta.jms..")
            .because("what a record means must not depend on where it is stored or how it travels");

    @ArchTest
    static final ArchRule packagesDependOneWay = slices().matching("csms.hub.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle of packages is one package with several names");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = classes()
            .should()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .because("such names say nothing");
}
