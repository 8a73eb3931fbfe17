//! Spanish: datelines, relative clauses, joined verbs, and names with small words inside.

use super::check;

#[test]
fn a_dateline_with_a_stop_and_a_dash_is_no_part_of_the_sentence() {
    check(
        "es",
        &[(
            "MADRID.- El alcalde, Luis Robles, anunció este martes que retira el plan. «Rectificamos», afirmó.",
            &[
                "Luis Robles: que retira el plan",
                "Luis Robles: «Rectificamos»",
            ],
        )],
    );
}

#[test]
fn small_words_stand_inside_names() {
    check(
        "es",
        &[
            (
                "«Es una victoria», celebró la portavoz de la plataforma Salvemos el Soto, Lucía Ferrer, quien \
                 pidió calma.",
                &["Lucía Ferrer: «Es una victoria»"],
            ),
            (
                "El técnico, Luis de la Vega, dijo que fue «un partidazo». «Sufrimos», añadió De la Vega.",
                &[
                    "Luis de la Vega: que fue «un partidazo»",
                    "Luis de la Vega: «Sufrimos»",
                ],
            ),
        ],
    );
}

#[test]
fn the_next_verb_of_the_same_subject_ends_what_is_said() {
    check(
        "es",
        &[
            (
                "El portavoz, Iker Montes, acusó a Robles de «engañar» y le exigió que dimita.",
                &[
                    "Iker Montes: a Robles de «engañar»",
                    "Iker Montes: que dimita",
                ],
            ),
            (
                "Su abogado pidió la absolución y calificó la instrucción de «chapuza».",
                &["Su abogado: la instrucción de «chapuza»"],
            ),
        ],
    );
}

#[test]
fn a_relative_clause_is_its_own_report_or_none() {
    check(
        "es",
        &[
            (
                "El alcalde de Soto, que había llamado al plan «disparate», se mostró satisfecho. «Hoy», sostuvo, \
                 «ganamos todos».",
                &[
                    "El alcalde de Soto: al plan «disparate»",
                    "El alcalde de Soto: «Hoy» … «ganamos todos»",
                ],
            ),
            (
                "De acuerdo con el informe, al que tuvo acceso este diario, el suelo es «inestable».",
                &["el informe: el suelo es «inestable»"],
            ),
            (
                "Tres barcos chocaron, según confirmó Salvamento Marítimo.",
                &["Salvamento Marítimo: Tres barcos chocaron"],
            ),
        ],
    );
}

#[test]
fn who_is_no_subject_is_no_speaker() {
    check(
        "es",
        &[
            (
                "El teniente Ángel Rubio calló. «Es fácil hablar», añadió molesto.",
                &["Ángel Rubio: «Es fácil hablar»"],
            ),
            (
                "Habló Benito Lago, patrón de un barco que acudió. El alcalde decretó luto. «Es triste», escribió.",
                &["El alcalde: «Es triste»"],
            ),
            (
                "La presidenta de la sala, la magistrada Inés Pardo, calló. «Siga», dijo la magistrada.",
                &["Inés Pardo: «Siga»"],
            ),
        ],
    );
}
