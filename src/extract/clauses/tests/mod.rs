//! Lines as newspapers print them, in four languages.

mod french;
mod german;
mod russian;
mod spanish;

use crate::extract::testing::quotations;

fn check(language: &str, lines: &[(&str, &[&str])]) {
    for (text, expected) in lines {
        assert_eq!(quotations(language, text), *expected, "{text}");
    }
}

#[test]
fn german_tags_split_verbs_and_reported_clauses() {
    check(
        "de",
        &[
            (
                "„Wir bauen nicht“, hatte Landrätin Petra Oder am Montag gesagt. „Nie.“",
                &["Petra Oder: „Wir bauen nicht“ … „Nie.“"],
            ),
            (
                "Den Gästen sicherte Wirt Udo Lenz zu: „Das Bier bleibt kalt.“",
                &["Udo Lenz: „Das Bier bleibt kalt.“"],
            ),
            (
                "Ministerin Lea Brandt (FDP) hat den Plan als „unreif“ bezeichnet.",
                &["Lea Brandt: den Plan als „unreif“"],
            ),
            (
                "Der Weg werde zu lang, sagte Arzt Jens Thal.",
                &["Jens Thal: Der Weg werde zu lang"],
            ),
            (
                "Kämmerer Olaf Kuhn rechnete vor, das Bad koste zu viel.",
                &["Olaf Kuhn: das Bad koste zu viel"],
            ),
            (
                "Man habe, so Kuhn, „alles versucht“.",
                &["Kuhn: Man habe … „alles versucht“"],
            ),
            (
                "Wie die Polizei mitteilte, brannte das Dach. Laut Feuerwehr fiel der Strom aus.",
                &[
                    "die Polizei: brannte das Dach",
                    "Feuerwehr: fiel der Strom aus",
                ],
            ),
        ],
    );
}

#[test]
fn german_nouns_are_no_names_and_signs_no_speech() {
    check(
        "de",
        &[
            (
                "Hatice Brandt gründete die Initiative „Rettet die Bahn“. Brandt sagte, sie sei müde.",
                &["Hatice Brandt: sie sei müde"],
            ),
            (
                "Auf einem Plakat stand: „Dieses Haus hat noch ein Herz“.",
                &[],
            ),
        ],
    );
}

#[test]
fn french_inverted_subjects_elisions_and_tags_inside_the_marks() {
    check(
        "fr",
        &[
            (
                "« Rien n’est prêt », a déclaré mardi la ministre, Claire Aubin. « Rien », a-t-elle répété.",
                &[
                    "Claire Aubin: « Rien n’est prêt »",
                    "Claire Aubin: « Rien »",
                ],
            ),
            (
                "« Je reste, prévient le maire, Luc Tessier. C’est dit. »",
                &["Luc Tessier: « Je reste, prévient le maire, Luc Tessier. C’est dit. »"],
            ),
            (
                "Le préfet Hugues Morin, lui, ne promet rien : « On verra bien. »",
                &["Hugues Morin: « On verra bien. »"],
            ),
            (
                "Selon Paul Rivet, la route est « coupée ». Le club, lui, parle d’une « farce ».",
                &[
                    "Paul Rivet: la route est « coupée »",
                    "Le club: d’une « farce »",
                ],
            ),
            (
                "Son affiche promettait « Une nuit sans fin ». On nous parle de « progrès ».",
                &[],
            ),
        ],
    );
}

#[test]
fn spanish_dropped_subjects_and_dialogue() {
    check(
        "es",
        &[
            (
                "La alcaldesa, Elena Prado, pidió calma. «No hay peligro», insistió.",
                &["Elena Prado: «No hay peligro»"],
            ),
            (
                "—Yo no me voy —dice Tomás Vidal, el panadero—. Aquí nací.",
                &["Tomás Vidal: —Yo no me voy … Aquí nací."],
            ),
            (
                "El corte, señaló el consejero Andrés Molina, durará «tres días».",
                &["Andrés Molina: El corte … durará «tres días»"],
            ),
            (
                "«Un guardia me gritó: “Fuera de aquí”», contó Carmen Ruiz.",
                &[
                    "Carmen Ruiz: «Un guardia me gritó: “Fuera de aquí”»",
                    "Un guardia: “Fuera de aquí”",
                ],
            ),
            (
                "Según la jueza, la ley es igual para todos. Lo llaman «reforma».",
                &["la jueza: la ley es igual para todos"],
            ),
        ],
    );
}

#[test]
fn russian_tags_dialogue_and_names_in_other_cases() {
    check(
        "ru",
        &[
            (
                "«Мост будет», — сообщил в среду журналистам губернатор Сергей Лапин.",
                &["Сергей Лапин: «Мост будет»"],
            ),
            (
                "«Деньги есть, — пояснил министр Олег Громов. — Начнём летом».",
                &["Олег Громов: «Деньги есть, — пояснил министр Олег Громов. — Начнём летом»"],
            ),
            (
                "— Кто заплатит? — спросил пенсионер Иван Зуев. — Точно не мы.",
                &["Иван Зуев: — Кто заплатит? … — Точно не мы."],
            ),
            (
                "По словам мэра Игоря Власова, дом «стоит крепко». По его данным, жильцов двадцать.",
                &[
                    "Игорь Власов: дом «стоит крепко»",
                    "Игорь Власов: жильцов двадцать",
                ],
            ),
            (
                "Депутат Елена Кравец заявила, что фонд «Волна» закрыт.",
                &["Елена Кравец: что фонд «Волна» закрыт"],
            ),
        ],
    );
}

#[test]
fn a_language_without_tables_gives_quoted_strings_alone() {
    let text = "“Não vamos sair”, disse a ministra Ana Lopes. O “Diário” publicou.";
    assert_eq!(
        quotations("pt", text),
        ["-: “Não vamos sair”", "-: “Diário”"]
    );
}

#[test]
fn days_articles_and_adjectives_stand_between_a_verb_and_its_subject() {
    check(
        "es",
        &[(
            "El alcalde Luis Brandel criticó el plan. «Es una bofetada», dijo el lunes al Correo.",
            &["Luis Brandel: «Es una bofetada»"],
        )],
    );
    check(
        "fr",
        &[(
            "Une porte-parole du bac a parlé. « Tout est vérifié », a-t-elle assuré.",
            &["Une porte-parole du bac: « Tout est vérifié »"],
        )],
    );
    check(
        "ru",
        &[(
            "«Мы не сдадимся, — крикнула профсоюзный лидер Анна Келль. — Ждите».",
            &["Анна Келль: «Мы не сдадимся, — крикнула профсоюзный лидер Анна Келль. — Ждите»"],
        )],
    );
}

#[test]
fn a_name_behind_a_string_is_who_spoke_where_the_verb_is_missing() {
    check(
        "en",
        &[(
            "“We will have very frank talks,” Hale in an interview broadcast on Monday.",
            &["Hale: “We will have very frank talks,”"],
        )],
    );
}
