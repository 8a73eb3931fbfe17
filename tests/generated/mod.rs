//! Articles by the thousand, made from invented people, places and sentences: the same number gives the
//! same articles on every machine.
//!
//! ```text
//! saga (a subject, a place, its people) ─▶ events, days or weeks apart ─▶ articles of several outlets
//! ```
//!
//! The events are made to be mistaken for one another: those of a saga share people, place and subject,
//! those of a subject share its words and its background paragraphs, and every day has many. The articles
//! of one event choose other facts, other wordings, other quotations, and some are copies of a wire.
//! An article's id tells its event ("e17-3"), which nothing but a measurement may read.

mod words;

use words::{
    BACKGROUND, FACTS, FIRST_NAMES, HEADLINES, LEADS, OFFICES, QUOTES, SUBJECTS, Subject, TAGS,
    THINGS,
};

/// A stream of random numbers that is the same everywhere (SplitMix64).
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
const SAGAS: usize = 120;
/// 2026-01-05T06:00:00Z.
const FIRST_DAY: i64 = 1_767_592_800;

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
    subject: &'static Subject,
    place: String,
    people: Vec<Person>,
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
    /// Seconds since 1970.
    begins: i64,
    /// Numbers of templates with what fills them.
    facts: Vec<(usize, Filling)>,
    quotes: Vec<(String, Person)>,
    lead: Filling,
}

/// What stands in the slots of a template.
#[derive(Clone)]
struct Filling {
    a: String,
    b: String,
    verb: String,
    number: usize,
    /// What this event alone has: a thing, a street, a firm.
    thing: String,
    street: String,
    firm: String,
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
    pub(crate) fn event(&mut self) -> Vec<String> {
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
        let subject = saga.subject;
        let lead = Filling::new(subject, random);
        let facts = (0..14).map(|_| (random.below(FACTS.len()), lead.next(subject, random)));
        let facts = facts.collect();
        let quotes = (0..11).map(|_| {
            let filling = lead.next(subject, random);
            let words = filling.fill(random.pick(QUOTES), &saga);
            (words, random.pick(&saga.people))
        });
        let quotes = quotes.collect();
        let day = i64::try_from(number / EVENTS_A_DAY).expect("a day");
        let hour = i64::try_from(random.below(14)).expect("an hour");
        Event {
            number,
            begins: FIRST_DAY + day * 86_400 + hour * 3_600,
            facts,
            quotes,
            lead,
            saga,
        }
    }
}

impl Saga {
    fn new(random: &mut Random) -> Self {
        let people = 2 + random.below(3);
        Self {
            subject: &SUBJECTS[random.below(SUBJECTS.len())],
            place: place(random),
            people: (0..people).map(|_| Person::new(random)).collect(),
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
        let title = self.lead.fill(random.pick(HEADLINES), &self.saga);
        let article = serde_json::json!({
            "id": format!("e{}-{number}", self.number),
            "outlet": outlet,
            "title": title,
            "url": format!("https://{host}.example/{}/{number}", self.number),
            "published": published.to_string(),
            "language": "en",
            "text": body,
        });
        article.to_string()
    }

    fn body(&self, random: &mut Random) -> String {
        let saga = &self.saga;
        let mut paragraphs = vec![self.lead.fill(random.pick(LEADS), saga)];
        for (template, filling) in random.some(&self.facts, 70) {
            let wordings = &FACTS[template];
            paragraphs.push(filling.fill(random.pick(wordings), saga));
        }
        for (words, person) in random.some(&self.quotes, 65) {
            paragraphs.push(quotation(&words, &person, random));
        }
        for _ in 0..4 + random.below(5) {
            // What is always said about the subject, in every event of it.
            let noun = random.pick(saga.subject.nouns);
            paragraphs.push(random.pick(BACKGROUND).replace("{a}", noun));
        }
        // The lead stays; what follows comes in the order of each outlet.
        for at in (2..paragraphs.len()).rev() {
            paragraphs.swap(at, 1 + random.below(at));
        }
        paragraphs.join("\n\n")
    }
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

impl Filling {
    fn new(subject: &'static Subject, random: &mut Random) -> Self {
        Self {
            a: random.pick(subject.nouns).to_owned(),
            b: random.pick(subject.nouns).to_owned(),
            verb: random.pick(subject.verbs).to_owned(),
            number: 3 + random.below(900),
            thing: random.pick(THINGS).to_owned(),
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
        }
    }

    /// The same street and firm, another thing, another number: the next sentence of the same event.
    fn next(&self, subject: &'static Subject, random: &mut Random) -> Self {
        Self {
            street: self.street.clone(),
            firm: self.firm.clone(),
            ..Self::new(subject, random)
        }
    }

    fn fill(&self, template: &str, saga: &Saga) -> String {
        template
            .replace("{a}", &self.a)
            .replace("{b}", &self.b)
            .replace("{verb}", &self.verb)
            .replace("{n}", &self.number.to_string())
            .replace("{thing}", &self.thing)
            .replace("{street}", &self.street)
            .replace("{firm}", &self.firm)
            .replace("{place}", &saga.place)
            .replace("{body}", saga.subject.body)
            .replace("{person}", &saga.people[0].name)
            .replace("{surname}", saga.people[0].surname())
    }
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
