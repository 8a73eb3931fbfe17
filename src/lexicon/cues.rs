//! Cue verbs and their forms.

use rustc_hash::FxHashMap;

use super::CueReading;
use super::tables::Row;
use crate::model::CueGroup;

/// A verb that reports speech or thought.
#[derive(Clone, Copy, Debug)]
pub struct CueVerb {
    /// Base form, with its particle ("point out").
    pub lemma: &'static str,
    /// The particle or preposition that must follow the verb.
    pub particle: Option<&'static str>,
    /// What it can stand with.
    pub frames: Frames,
    /// Whether it reports speech or a thought, wish or decision.
    pub group: CueGroup,
    /// How it colours what it reports.
    pub stance: &'static str,
    /// The prepositions that what it reports can stand behind ("spoke │about│"), separated by blanks; any where empty.
    prepositions: &'static str,
}

impl CueVerb {
    /// Whether its table names this preposition as one of its own.
    pub fn names(&self, preposition: &str) -> bool {
        !self.prepositions.is_empty() && self.takes(preposition)
    }

    /// Whether what it reports can stand behind this preposition.
    pub fn takes(&self, preposition: &str) -> bool {
        let mut taken = self.prepositions.split_ascii_whitespace();
        self.frames.prepositional()
            && (self.prepositions.is_empty() || taken.any(|taken| taken == preposition))
    }
}

/// What a cue verb can stand with; the letters are explained in `cues.tsv`.
#[derive(Clone, Copy, Debug)]
pub struct Frames(&'static str);

impl Frames {
    /// A whole quotation: "…," she said.
    pub fn direct(self) -> bool {
        self.0.contains('d')
    }

    /// Nothing but a whole quotation: a réagi.
    pub fn is_direct_only(self) -> bool {
        self.0 == "d"
    }

    /// A clause: said that …
    pub fn clause(self) -> bool {
        self.0.contains('t')
    }

    /// An infinitive: promised to …
    pub fn infinitive(self) -> bool {
        self.0.contains('i')
    }

    /// An object: called it …
    pub fn object(self) -> bool {
        self.0.contains('o')
    }

    /// An object with "as" behind it: cast it as …
    pub fn object_as(self) -> bool {
        self.0.contains('s')
    }

    /// Said of a court and the like only: the court heard …
    pub fn of_hearing(self) -> bool {
        self.0.contains('h')
    }

    /// The audience before the content: told reporters …
    pub fn audience(self) -> bool {
        self.0.contains('a')
    }

    /// The audience always: what stands behind "told" never speaks.
    pub fn needs_audience(self) -> bool {
        self.0.contains('u')
    }

    /// What others have said: the Courier reported, according to a transcript.
    pub fn relays(self) -> bool {
        self.0.contains('r')
    }

    /// A prepositional phrase: spoke of …
    pub fn prepositional(self) -> bool {
        self.0.contains('p')
    }

    /// Nothing but somebody and what is held against them: accused him of …
    pub fn is_charge(self) -> bool {
        self.audience() && self.prepositional() && !self.object() && !self.clause()
    }

    /// Its object without quoted words only where another noun says what it is called: called it a mess, but
    /// called the police.
    pub fn equates(self) -> bool {
        self.0.contains('e')
    }

    /// Its object without quoted words unless that is counted: claimed the prize, but claimed 30 lives.
    pub fn counts_deeds(self) -> bool {
        self.0.contains('x')
    }

    /// Its clause without "that" only where a verb is sure: maintained it was late, but maintained a brisk pace.
    pub fn needs_verb(self) -> bool {
        self.0.contains('v')
    }

    /// The speaker behind it: according to …
    pub fn names_speaker(self) -> bool {
        self.0.contains('n')
    }

    /// The speaker behind it, at the start of a sentence or an insertion: so Henke.
    pub fn names_speaker_in_insertion(self) -> bool {
        self.0.contains('k')
    }

    /// The speaker before it: dem Bericht zufolge.
    pub fn follows_speaker(self) -> bool {
        self.0.contains('z')
    }

    /// Whether it is a verb and no phrase that names the speaker.
    pub fn is_verb(self) -> bool {
        !self.0.contains(['n', 'k', 'z'])
    }

    /// More of what the same speaker said just before: he added, she went on.
    pub fn continues(self) -> bool {
        self.0.contains('c')
    }

    /// An indirect question: asked whether …
    pub fn question(self) -> bool {
        self.0.contains('w')
    }
}

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// say
    Base,
    /// says
    Third,
    /// said, where past and participle agree; wrote where they do not
    Past,
    /// written
    Participle,
    /// saying
    Gerund,
}

/// The verbs of the table, and every first word of a form with the verb it leads to, verbs with a
/// particle first.
pub(super) fn load(
    rows: impl Iterator<Item = Row>,
) -> (Vec<CueVerb>, Vec<(&'static str, CueReading)>) {
    let (mut cues, mut forms) = (Vec::new(), Vec::new());
    for row in rows {
        let lemma = row.column(0);
        let index = u16::try_from(cues.len()).unwrap_or(u16::MAX);
        let is_listed = row.column(1).contains('=');
        let (verb, particle) = match lemma.split_once(' ').filter(|_| !is_listed) {
            Some((verb, particle)) => (verb, Some(particle)),
            None => (lemma, None),
        };
        cues.push(CueVerb {
            lemma,
            particle,
            frames: Frames(row.column(2)),
            group: match row.column(3) {
                "thought" => CueGroup::Thought,
                _ => CueGroup::Speech,
            },
            stance: row.column(4),
            prepositions: row.column(5),
        });
        if is_listed {
            forms.extend(listed(row.column(1), index));
            continue;
        }
        for (form, kind) in inflect(verb, row.column(1)) {
            forms.push((
                form,
                CueReading {
                    cue: index,
                    form: kind,
                    particle: None,
                },
            ));
        }
    }
    let has_particle = |(_, reading): &(&str, CueReading)| {
        reading.particle.is_some() || cues[usize::from(reading.cue)].particle.is_some()
    };
    let (mut ordered, alone): (Vec<_>, Vec<_>) = forms.into_iter().partition(has_particle);
    ordered.extend(alone);
    (cues, ordered)
}

/// A noun or an adjective that reports as a verb does.
#[derive(Clone, Copy, Debug)]
pub struct CueNoun {
    /// The verb that says how it colours what it reports.
    pub verb: CueVerb,
    /// The words behind which stands what it reports, separated by blanks.
    links: &'static str,
}

impl CueNoun {
    /// Whether what it reports can stand behind this word ("criticism │of│", "eager │to│").
    pub fn takes(&self, word: &str) -> bool {
        self.links.split_ascii_whitespace().any(|link| link == word)
    }
}

/// The nouns and adjectives that report, by their words; one of an unknown verb is left out.
pub(super) fn nouns(
    rows: impl Iterator<Item = Row>,
    cues: &[CueVerb],
) -> FxHashMap<&'static str, CueNoun> {
    let index = |lemma: &str| cues.binary_search_by_key(&lemma, |cue| cue.lemma).ok();
    let known = |row: Row| {
        let verb = cues[index(row.column(1))?];
        let links = row.column(2);
        Some((row.column(0), CueNoun { verb, links }))
    };
    rows.filter_map(known).collect()
}

/// The forms that a table gives one by one: "present=sagt,sagen past=sagte", "past=kündigte~an".
fn listed(column: &'static str, cue: u16) -> impl Iterator<Item = (&'static str, CueReading)> {
    column.split(' ').flat_map(move |group| {
        let (kind, forms) = group.split_once('=').unwrap_or(("base", group));
        let form = match kind {
            "present" => VerbForm::Third,
            "past" => VerbForm::Past,
            "participle" => VerbForm::Participle,
            "gerund" => VerbForm::Gerund,
            _ => VerbForm::Base,
        };
        forms.split(',').map(move |word| {
            let (word, particle) = match word.split_once('~') {
                Some((word, particle)) => (word, Some(particle)),
                None => (word, None),
            };
            let reading = CueReading {
                cue,
                form,
                particle,
            };
            (word, reading)
        })
    })
}

/// The forms of `verb`; `irregular` is "past/participle/-ing" or "-".
fn inflect(verb: &'static str, irregular: &'static str) -> Vec<(&'static str, VerbForm)> {
    let first = |form: &'static str| form.split(' ').next().unwrap_or(form);
    let mut listed = irregular.split('/').map(first);
    let (past, participle, gerund) = match (listed.next(), listed.next(), listed.next()) {
        (Some(past), Some(participle), Some(gerund)) => (past, participle, gerund),
        _ => {
            let past = past_of(verb);
            (past, past, gerund_of(verb))
        }
    };
    let mut forms = vec![
        (verb, VerbForm::Base),
        (third_of(verb), VerbForm::Third),
        (past, VerbForm::Past),
    ];
    if participle != past && participle != verb {
        forms.push((participle, VerbForm::Participle));
    }
    forms.push((gerund, VerbForm::Gerund));
    forms
}

fn ends_in_consonant_y(verb: &str) -> bool {
    verb.ends_with('y') && !verb.ends_with(['a', 'e', 'i', 'o', 'u']) && {
        let stem = &verb[..verb.len() - 1];
        !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
    }
}

fn past_of(verb: &str) -> &'static str {
    match verb {
        _ if verb.ends_with('e') => joined(verb, "d"),
        _ if ends_in_consonant_y(verb) => joined(&verb[..verb.len() - 1], "ied"),
        _ => joined(verb, "ed"),
    }
}

fn gerund_of(verb: &str) -> &'static str {
    match verb.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => joined(stem, "ing"),
        _ => joined(verb, "ing"),
    }
}

fn third_of(verb: &str) -> &'static str {
    match verb {
        _ if ends_in_consonant_y(verb) => joined(&verb[..verb.len() - 1], "ies"),
        _ if verb.ends_with(['s', 'x', 'z']) || verb.ends_with("ch") || verb.ends_with("sh") => {
            joined(verb, "es")
        }
        "go" => "goes",
        _ => joined(verb, "s"),
    }
}

/// A form that no table holds. Like the tables it stays as long as the program runs: a lexicon is made once.
fn joined(stem: &str, ending: &str) -> &'static str {
    [stem, ending].concat().leak()
}
