//! Tables of what the outlets carry: statements, renderings, pairs.

use super::{HeadAndRows, Rows};
use crate::Comparison;
use crate::model::Group;

impl Rows<'_> {
    pub(super) fn statements(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let addresses = comparison.addresses();
        let rows = self
            .statements
            .iter()
            .map(|at| (*at, &comparison.statements[*at]))
            .map(|(at, statement)| {
                let relations = statement.relations();
                let relations: Vec<&str> =
                    relations.iter().map(|relation| relation.name()).collect();
                let group = match comparison.group(at) {
                    Group::Differs => "differs",
                    Group::Same => "same",
                    Group::Single => "single",
                };
                let mut row = vec![
                    Comparison::label(at),
                    addresses[at].clone(),
                    statement.speaker.clone().unwrap_or_default(),
                    group.to_owned(),
                    relations.join(" "),
                    self.ids(&statement.carried_by),
                    self.ids(&statement.omitted_by),
                ];
                row.extend(self.place(statement.reference));
                row
            });
        let head = &[
            "statement",
            "address",
            "speaker",
            "group",
            "relations",
            "carried_by",
            "omitted_by",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows.collect())
    }

    pub(super) fn renderings(&self) -> HeadAndRows {
        let comparison = self.comparison;
        let mut rows = Vec::new();
        for at in self.statements.iter().copied() {
            let renderings = comparison.renderings(at, self.base);
            for passage in renderings
                .articles
                .iter()
                .flat_map(|rendering| &rendering.passages)
                .filter(|passage| self.is_shown(passage.place))
            {
                let place = passage.place;
                let quotation = comparison.quotation_at(at, place);
                let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref());
                let cue = quotation.and_then(|quotation| quotation.cue.as_ref());
                let relations: Vec<&str> = match &passage.measure {
                    Some(measure) => measure
                        .relations
                        .iter()
                        .map(|relation| relation.name())
                        .collect(),
                    None => vec!["reference"],
                };
                let mut row = vec![
                    Comparison::label(at),
                    comparison.letter(place.article),
                    comparison.articles[place.article].outlet.clone(),
                    speaker
                        .map(|speaker| speaker.name.clone())
                        .unwrap_or_default(),
                    comparison.verb_at(at, place).unwrap_or_default().to_owned(),
                    cue.map(|cue| cue.stance.clone()).unwrap_or_default(),
                    quotation
                        .map(|quotation| quotation.kind.name())
                        .unwrap_or_default()
                        .to_owned(),
                    relations.join(" "),
                    comparison.passage_in_words(at, &renderings, passage),
                    format!("{:.3}", comparison.position(place)),
                ];
                row.extend(self.place(place));
                rows.push(row);
            }
        }
        let head = &[
            "statement",
            "letter",
            "outlet",
            "speaker",
            "verb",
            "stance",
            "kind",
            "relations",
            "in_words",
            "position",
            "article",
            "start",
            "end",
            "words",
        ];
        (head, rows)
    }

    pub(super) fn pairs(&self) -> HeadAndRows {
        let mut rows = Vec::new();
        for at in self.statements.iter().copied() {
            let pairs = self.comparison.statements[at].pairs.iter();
            for pair in pairs.filter(|pair| self.is_shown(pair.a) || self.is_shown(pair.b)) {
                let relations: Vec<&str> = pair
                    .relations
                    .iter()
                    .map(|relation| relation.name())
                    .collect();
                let mut row = vec![
                    Comparison::label(at),
                    relations.join(" "),
                    format!("{:.3}", pair.score),
                ];
                row.extend(self.place(pair.a));
                row.extend(self.place(pair.b));
                rows.push(row);
            }
        }
        let head = &[
            "statement",
            "relations",
            "score",
            "a_article",
            "a_start",
            "a_end",
            "a_words",
            "b_article",
            "b_start",
            "b_end",
            "b_words",
        ];
        (head, rows)
    }
}
