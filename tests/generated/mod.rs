//! Articles by the thousand, made from invented people, places and sentences: the same number gives the
//! same articles on every machine.
//!
//! ```text
//! subject ─▶ saga (a place, its people) ─▶ events, days or weeks apart ─▶ articles of several outlets
//!   words      words, names                  words, numbers, streets        choice, wording, copies
//! ```
//!
//! The events are made to be mistaken for one another: those of a saga share people, place and words,
//! those of a subject share words, and every day has many. The articles of one event choose other facts,
//! other words, other quotations, and some are copies of a wire. The words are drawn as in real texts:
//! half of them from a language in which few words are frequent and most are rare, the rest from the
//! subject, the saga and the event.
//!
//! An article's id tells its event ("e17-3"), which nothing but a measurement may read.

mod words;

use words::{FACTS, FIRST_NAMES, HEADLINES, LEADS, OFFICES, QUOTES, TAGS};

/// A stream of random numbers that is the same everywhere (`SplitMix64`).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit`, without `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("below a usize")
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Some of `from`, in their order.
    fn some<T: Clone>(&mut self, from: &[T], percent: usize) -> Vec<T> {
        from.iter()
            .filter(|_| self.chance(percent))
            .cloned()
            .collect()
    }
}

/// Events on one day, on average.
const EVENTS_A_DAY: usize = 40;
/// Events before a saga ends.
const EVENTS_OF_A_SAGA: usize = 6;
/// Sagas that go on side by side.
const SAGAS: usize = 200;
/// 2026-01-05T06:00:00Z.
const FIRST_DAY: i64 = 1_767_592_800;

/// Words of the language; the word of rank r is drawn in proportion to 1/r.
const LANGUAGE: usize = 30_000;
/// Subjects, and their words.
const SUBJECTS: usize = 24;
const OF_SUBJECT: usize = 60;
const OF_SAGA: usize = 30;
const OF_EVENT: usize = 45;

const OUTLETS: [&str; 12] = [
    "Meridian Wire",
    "Harbour Post",
    "Northgate Courier",
    "The Lantern",
    "Daily Plough",
    "Ridge Observer",
    "Capital Ledger",
    "Eastern Dispatch",
    "The Whistle",
    "Valley Voice",
    "Citizen Today",
    "Union Register",
];

pub(crate) struct Newsroom {
    random: Random,
    sagas: Vec<Saga>,
    events: usize,
}

#[derive(Clone)]
struct Saga {
    subject: usize,
    place: String,
    people: Vec<Person>,
    words: Vec<usize>,
    told: usize,
}

#[derive(Clone)]
struct Person {
    name: String,
    office: String,
}

struct Event {
    number: usize,
    saga: Saga,
    words: Vec<usize>,
    /// What this event alone has.
    street: String,
    firm: String,
    /// Seconds since 1970.
    begins: i64,
    facts: Vec<String>,
    quotes: Vec<(String, Person)>,
}

impl Newsroom {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            random: Random::new(seed),
            sagas: Vec::new(),
            events: 0,
        }
    }

    /// At least `count` articles less those of one event, one JSON object to a line, cut to `count`.
    pub(crate) fn dump(&mut self, count: usize) -> String {
        let mut dump = String::new();
        let mut left = count;
        while left > 0 {
            let lines = self.event();
            for line in lines.iter().take(left) {
                dump.push_str(line);
                dump.push('\n');
            }
            left = left.saturating_sub(lines.len());
        }
        dump
    }

    /// The articles of the next event.
    fn event(&mut self) -> Vec<String> {
        let event = self.next_event();
        let random = &mut self.random;
        // Most events have a few articles, some one alone, a few very many.
        let size = match random.below(100) {
            0..15 => 1,
            15..60 => 2 + random.below(3),
            60..92 => 4 + random.below(5),
            _ => 9 + random.below(25),
        };
        let wire = event.body(random);
        let mut articles = Vec::new();
        for number in 0..size {
            // After every outlet has told it, some tell more.
            let outlet = OUTLETS[(event.number * 5 + number * 7) % OUTLETS.len()];
            let is_copy = random.chance(15);
            let body = if is_copy {
                wire.clone()
            } else {
                event.body(random)
            };
            articles.push(event.article(number, outlet, &body, random));
        }
        articles
    }

    fn next_event(&mut self) -> Event {
        let random = &mut self.random;
        if self.sagas.len() < SAGAS {
            self.sagas.push(Saga::new(random));
        }
        let at = random.below(self.sagas.len());
        if self.sagas[at].told == EVENTS_OF_A_SAGA {
            self.sagas[at] = Saga::new(random);
        }
        self.sagas[at].told += 1;
        let mut saga = self.sagas[at].clone();
        if random.chance(40) {
            saga.people.push(Person::new(random));
        }
        let number = self.events;
        self.events += 1;
        let day = i64::try_from(number / EVENTS_A_DAY).expect("a day");
        let hour = i64::try_from(random.below(14)).expect("an hour");
        let mut event = Event {
            number,
            saga,
            words: (0..OF_EVENT).map(|_| rare(random)).collect(),
            street: format!(
                "{} {}",
                place(random),
                random.pick(&["Street", "Road", "Square", "Lane"])
            ),
            firm: format!(
                "{} {}",
                surname(random),
                random.pick(&["Works", "Holding", "Partners", "Lines"])
            ),
            begins: FIRST_DAY + day * 86_400 + hour * 3_600,
            facts: Vec::new(),
            quotes: Vec::new(),
        };
        event.facts = (0..14)
            .map(|_| {
                let template = random.pick(FACTS);
                event.fill(template, random)
            })
            .collect();
        event.quotes = (0..11)
            .map(|_| {
                let template = random.pick(QUOTES);
                (
                    event.fill(template, random),
                    random.pick(&event.saga.people),
                )
            })
            .collect();
        event
    }
}

impl Saga {
    fn new(random: &mut Random) -> Self {
        let people = 2 + random.below(3);
        Self {
            subject: random.below(SUBJECTS),
            place: place(random),
            people: (0..people).map(|_| Person::new(random)).collect(),
            words: (0..OF_SAGA).map(|_| rare(random)).collect(),
            told: 0,
        }
    }
}

impl Person {
    fn new(random: &mut Random) -> Self {
        Self {
            name: format!("{} {}", random.pick(FIRST_NAMES), surname(random)),
            office: random.pick(OFFICES).to_owned(),
        }
    }

    fn surname(&self) -> &str {
        self.name.rsplit(' ').next().unwrap_or(&self.name)
    }
}

impl Event {
    fn article(&self, number: usize, outlet: &str, body: &str, random: &mut Random) -> String {
        let delay = if random.chance(80) {
            random.below(20)
        } else {
            20 + random.below(28)
        };
        let moment = self.begins + i64::try_from(delay).expect("hours") * 3_600;
        let published = jiff::Timestamp::from_second(moment).expect("a moment");
        let host: String = outlet.to_lowercase().split_whitespace().collect();
        let template = random.pick(HEADLINES);
        let article = serde_json::json!({
            "id": format!("e{}-{number}", self.number),
            "outlet": outlet,
            "title": self.fill(template, random),
            "url": format!("https://{host}.example/{}/{number}", self.number),
            "published": published.to_string(),
            "language": "en",
            "text": body,
        });
        article.to_string()
    }

    fn body(&self, random: &mut Random) -> String {
        let lead = random.pick(LEADS);
        let mut paragraphs = vec![self.fill(lead, random)];
        // What all know of the event, and what the outlet found out by itself.
        paragraphs.extend(random.some(&self.facts, 60));
        for _ in 0..6 + random.below(8) {
            let template = random.pick(FACTS);
            paragraphs.push(self.fill(template, random));
        }
        for (words, person) in random.some(&self.quotes, 60) {
            paragraphs.push(quotation(&words, &person, random));
        }
        // The lead stays; what follows comes in the order of each outlet.
        for at in (2..paragraphs.len()).rev() {
            paragraphs.swap(at, 1 + random.below(at));
        }
        paragraphs.join("\n\n")
    }

    /// A sentence of the event.
    fn fill(&self, template: &str, random: &mut Random) -> String {
        let mut sentence = String::new();
        let mut parts = template.split("{w}");
        sentence.push_str(parts.next().unwrap_or_default());
        for part in parts {
            sentence.push_str(&spelled(self.word(random)));
            sentence.push_str(part);
        }
        sentence
            .replace("{n}", &(3 + random.below(900)).to_string())
            .replace("{place}", &self.saga.place)
            .replace("{person}", &self.saga.people[0].name)
            .replace("{surname}", self.saga.people[0].surname())
            .replace("{street}", &self.street)
            .replace("{firm}", &self.firm)
    }

    /// A word of the language, the subject, the saga or the event.
    fn word(&self, random: &mut Random) -> usize {
        match random.below(100) {
            0..56 => frequent(random),
            56..74 => {
                let mut of_subject =
                    Random::new((self.saga.subject * OF_SUBJECT + random.below(OF_SUBJECT)) as u64);
                of_subject.next();
                rare(&mut of_subject)
            }
            74..84 => random.pick(&self.saga.words),
            _ => random.pick(&self.words),
        }
    }
}

/// A word as often as it is used.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a rank lies between 0 and the number of words"
)]
fn frequent(random: &mut Random) -> usize {
    let fraction = random.below(1 << 20) as f64 / f64::from(1 << 20);
    // Between 1 and the number of words, evenly on a logarithmic scale.
    (LANGUAGE as f64).powf(fraction) as usize - 1
}

/// Any word but the most frequent ones.
fn rare(random: &mut Random) -> usize {
    200 + random.below(LANGUAGE - 200)
}

/// The word of a rank: as many syllables as it takes to tell it from the others.
fn spelled(rank: usize) -> String {
    const ONSETS: [&str; 18] = [
        "b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "st", "tr",
    ];
    const RIMES: [&str; 11] = [
        "an", "ell", "ick", "ow", "und", "ait", "or", "esh", "ip", "ome", "alt",
    ];
    let mut word = String::new();
    // Mixed, so that neighbours in rank are not neighbours in spelling.
    let mut rest = (rank * 7_919) % 39_204 + 198;
    while rest > 0 {
        word.push_str(ONSETS[rest % 18]);
        word.push_str(RIMES[rest / 18 % 11]);
        rest /= 198;
    }
    word
}

/// A quotation, whole or cut, before or behind its tag.
fn quotation(words: &str, person: &Person, random: &mut Random) -> String {
    let mut words = words.to_owned();
    if random.chance(30)
        && let Some((first, _)) = words.split_once(", ")
    {
        words = first.to_owned();
    }
    let who = if random.chance(50) {
        format!("{} {}", person.office, person.name)
    } else {
        person.surname().to_owned()
    };
    random
        .pick(TAGS)
        .replace("{who}", &who)
        .replace("{words}", &words)
}

fn place(random: &mut Random) -> String {
    let begin = [
        "Bram", "Kel", "Ost", "Var", "Hol", "Tren", "Mar", "Ul", "Fen", "Gar", "Lis", "Dor",
    ];
    let middle = ["", "en", "er", "a", "ing", "o"];
    let end = [
        "wick", "mouth", "stad", "ford", "holm", "burg", "vale", "minster", "by", "haven",
    ];
    format!(
        "{}{}{}",
        random.pick(&begin),
        random.pick(&middle),
        random.pick(&end)
    )
}

fn surname(random: &mut Random) -> String {
    let begin = [
        "Al", "Ber", "Cor", "Dan", "El", "Far", "Gol", "Hart", "Is", "Jor", "Kin", "Lan", "Mor",
        "Nor", "Pel", "Quar", "Ros", "Sel", "Tor", "Wen",
    ];
    let end = [
        "den", "mann", "ley", "son", "stein", "wood", "ari", "escu", "ova", "ström", "well",
        "ington", "ez", "ano",
    ];
    format!("{}{}", random.pick(&begin), random.pick(&end))
}
