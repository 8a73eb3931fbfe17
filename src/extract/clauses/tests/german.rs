//! German: the mood of reported speech, passives, and nouns that take up who was named.

use super::check;

#[test]
fn a_verb_in_the_reported_mood_opens_what_is_said_behind_a_comma() {
    check(
        "de",
        &[
            (
                "Rektorin Ute Falk entgegnete, sie lasse sich „nicht drängen“.",
                &["Ute Falk: sie lasse sich „nicht drängen“"],
            ),
            (
                "Rektorin Ute Falk sagte, die Schule suche Lehrer. Sie sagte, sie sind zu wenige.",
                &[
                    "Ute Falk: die Schule suche Lehrer",
                    "Ute Falk: sie sind zu wenige",
                ],
            ),
            (
                "Rektorin Ute Falk sagte, die Gebühren blieben stabil. Wie sie mitteilte, will Udo Lenz schweigen.",
                &[
                    "Ute Falk: die Gebühren blieben stabil",
                    "Ute Falk: will Udo Lenz schweigen",
                ],
            ),
            (
                "Rektorin Ute Falk sagte den Eltern, zehn Jahre alte Busse fuhren dort.",
                &[],
            ),
            (
                "Der Verband verlangte, die Kontrollen zu verdoppeln. Er sagte nichts, ohne zu lächeln.",
                &["Der Verband: die Kontrollen zu verdoppeln"],
            ),
        ],
    );
}

#[test]
fn sentences_in_the_reported_mood_go_on_with_who_spoke_before() {
    check(
        "de",
        &[
            (
                "„Wir warten“, sagte Rektorin Ute Falk. Die Lage bleibe ernst. Wer jetzt spare, zahle später. \
                 Am Abend regnete es.",
                &[
                    "Ute Falk: „Wir warten“",
                    "Ute Falk: Die Lage bleibe ernst",
                    "Ute Falk: Wer jetzt spare, zahle später",
                ],
            ),
            (
                "Rektorin Ute Falk stellte sich hinter den Hausmeister. Er sei ein „ehrlicher Mann“.",
                &["Ute Falk: Er sei ein „ehrlicher Mann“"],
            ),
            (
                "„Wir warten“, sagte Rektorin Ute Falk. Gott sei Dank ist niemand verletzt. Sei es Glück, sei es Zufall.",
                &["Ute Falk: „Wir warten“"],
            ),
            (
                "Die Polizei sucht Zeugen. Wer etwas gesehen habe, solle sich melden.",
                &["Die Polizei: Wer etwas gesehen habe, solle sich melden"],
            ),
            (
                "Rektorin Ute Falk schwieg. Es brenne seit Tagen, hieß es.",
                &[],
            ),
        ],
    );
}

#[test]
fn a_passive_is_said_by_whom_it_names() {
    check(
        "de",
        &[
            (
                "Der Vorschlag wurde von der Verwaltung als „unreif“ abgetan.",
                &["der Verwaltung: als „unreif“"],
            ),
            ("Auch die Behörde sei informiert gewesen.", &[]),
        ],
    );
}

#[test]
fn a_pronoun_or_a_place_may_stand_around_the_verb() {
    check(
        "de",
        &[
            (
                "Im Saal rief ihr ein Gast der Linken zu: „Schluss jetzt!“ Falk erwiderte, sie höre zu.",
                &["ein Gast der Linken: „Schluss jetzt!“", "Falk: sie höre zu"],
            ),
            (
                "Aus dem Rathaus hieß es, man sei erleichtert. Der Streit sei beigelegt, heißt es weiter.",
                &[
                    "Rathaus: man sei erleichtert",
                    "Rathaus: Der Streit sei beigelegt",
                ],
            ),
            (
                "Ein Urteil wird nach Angaben des Gerichts im März erwartet.",
                &["Gerichts: Ein Urteil wird … im März erwartet"],
            ),
            (
                "Auf die Frage, ob es teurer werde, antwortete ein Sprecher ausweichend.",
                &[],
            ),
        ],
    );
}

#[test]
fn general_nouns_ages_and_heads_of_compounds_take_up_who_was_named() {
    check(
        "de",
        &[
            (
                "Ministerin Lea Brandt kam. „Das reicht nicht“, sagte die FDP-Politikerin.",
                &["Lea Brandt: „Das reicht nicht“"],
            ),
            (
                "Hüttenwirtin Maria Pichl winkte ab. „Er kam nie an“, sagte die Wirtin. „Nie“, so die 34-Jährige.",
                &["Maria Pichl: „Er kam nie an“", "Maria Pichl: „Nie“"],
            ),
            (
                "Ministerin Lea Brandt kam. „Das reicht“, sagten die Politiker. „Nein“, sagte der Wirt.",
                &["die Politiker: „Das reicht“", "der Wirt: „Nein“"],
            ),
            (
                "Udo Riedl sprach. Riedls Rede war kurz. „Das war alles“, sagte Riedl.",
                &["Udo Riedl: „Das war alles“"],
            ),
            (
                "„Ein Unglück mit Ansage“, sagte Gewerkschaftssekretärin Nora Blum.",
                &["Nora Blum: „Ein Unglück mit Ansage“"],
            ),
        ],
    );
}
