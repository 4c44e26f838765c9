-- Whom CSMS knows: one row for each participant and case (new-york/csms, participant extract). Texts are compared byte
-- by byte: no language says what an id or a name in an extract is.
create table participant (
    participant_id     text    collate "C" not null,
    case_id            text    collate "C" not null,
    district           text,
    role               text    not null,
    ssn                int,
    former_ssn         int,
    last_name          text    collate "C" not null,
    first_name         text    collate "C",
    middle_name        text    collate "C",
    alias_last_name    text    collate "C",
    alias_first_name   text    collate "C",
    date_of_birth      date,
    sex                text,
    cin                text,
    case_status        text,                    -- one that is not said is not closed
    assistance         text,
    family_violence    boolean not null,
    arrears            numeric(12, 2),
    monthly_obligation numeric(12, 2),
    obligation_from    date,
    county             text,
    primary key (participant_id, case_id)
);
