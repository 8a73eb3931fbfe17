//! French: passives, infinitives, words inside names, and who speaks before a colon.

use super::check;

#[test]
fn a_passive_is_said_by_whom_it_names() {
    check(
        "fr",
        &[
            (
                "Le plan a été qualifié de « folie » par le maire Luc Morel, qui veut le bloquer.",
                &["Luc Morel: de « folie »"],
            ),
            (
                "Des mots jugés « indignes » par les associations ont fait le tour de la ville.",
                &["les associations: « indignes »"],
            ),
            (
                "Le maire Luc Morel s'est dit « confiant » mardi.",
                &["Luc Morel: « confiant »"],
            ),
        ],
    );
}

#[test]
fn an_infinitive_holds_what_is_said() {
    check(
        "fr",
        &[
            (
                "Le maire Luc Morel a accusé la région d'avoir « trompé » les gens et réclamé une enquête.",
                &["Luc Morel: d'avoir « trompé » les gens"],
            ),
            (
                "La romancière Élise Blum explique avoir écrit le livre « en trois semaines ».",
                &["Élise Blum: avoir écrit le livre « en trois semaines »"],
            ),
        ],
    );
}

#[test]
fn a_tag_of_nobody_ends_what_is_said_before_it() {
    check(
        "fr",
        &[
            (
                "Le préfet a demandé de « ne pas paniquer », a-t-on appris de source proche du dossier.",
                &["Le préfet: de « ne pas paniquer »"],
            ),
            (
                "Le ministre partira lundi, a-t-on appris auprès du cabinet. On nous parle de « progrès ».",
                &["cabinet: Le ministre partira lundi"],
            ),
        ],
    );
}

#[test]
fn somebody_before_an_unknown_verb_and_a_colon_speaks() {
    check(
        "fr",
        &[
            (
                "Le maire est parti. À ses côtés, la pharmacienne Inès Brun hoche la tête : « On gère. »",
                &["Inès Brun: « On gère. »"],
            ),
            (
                "Pour le groupe, c'est Anne Lebrun qui a pris la parole : « Vous fermez tout. »",
                &["Anne Lebrun: « Vous fermez tout. »"],
            ),
            (
                "« Je ne sais plus », a balbutié l'accusé.",
                &["l'accusé: « Je ne sais plus »"],
            ),
        ],
    );
}

#[test]
fn bodies_are_named_with_their_complements_and_taken_up_without() {
    check(
        "fr",
        &[(
            "L'Agence du livre a annoncé que tout va bien. L'agence précise que rien ne manque.",
            &[
                "Agence du livre: que tout va bien",
                "Agence du livre: que rien ne manque",
            ],
        )],
    );
}

#[test]
fn an_office_with_another_word_is_another_office() {
    check(
        "fr",
        &[(
            "Le ministre de la Mer, Luc Morel, est venu. « Bien », a dit le ministre. « Non », a dit le Premier \
             ministre.",
            &["Luc Morel: « Bien »", "le Premier ministre: « Non »"],
        )],
    );
}

#[test]
fn a_relative_clause_and_a_contrast_have_speakers_of_their_own() {
    check(
        "fr",
        &[
            (
                "« Il riait », se souvient la gardienne, Lucie Perrin, à qui il avait confié vouloir partir « tôt ».",
                &["Lucie Perrin: « Il riait »", "il: vouloir partir « tôt »"],
            ),
            (
                "Le club a qualifié ces mots de « honteux », tandis que la ligue se disait « inquiète ».",
                &["Le club: ces mots de « honteux »", "la ligue: « inquiète »"],
            ),
        ],
    );
}
