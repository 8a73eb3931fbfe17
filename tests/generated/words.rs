//! The words and sentences that the generated articles are made of.

pub(super) struct Subject {
    pub nouns: &'static [&'static str],
    pub verbs: &'static [&'static str],
    /// Who decides.
    pub body: &'static str,
}

macro_rules! subject {
    ($body:literal: $($noun:literal)+; $($verb:literal)+) => {
        Subject { nouns: &[$($noun),+], verbs: &[$($verb),+], body: $body }
    };
}

pub(super) const SUBJECTS: &[Subject] = &[
    subject!("the water board": "dam" "reservoir" "spillway" "turbine" "flood gate" "drainage" "river bank" "pumping station" "sluice" "sediment" "water level" "embankment" "culvert" "irrigation" "basin"; "repaired" "inspected" "drained" "reinforced" "closed"),
    subject!("the transport authority": "tram line" "railway bridge" "signal box" "timetable" "depot" "bus lane" "platform" "ticket price" "locomotive" "tunnel" "commuter" "level crossing" "night train" "track" "station hall"; "delayed" "cancelled" "extended" "electrified" "reopened"),
    subject!("the health board": "hospital ward" "vaccine" "emergency room" "nurse" "operating theatre" "infection" "waiting list" "surgeon" "clinic" "ambulance" "prescription" "pharmacy" "outbreak" "intensive care" "screening"; "treated" "recalled" "vaccinated" "discharged" "tested"),
    subject!("the school council": "classroom" "curriculum" "headteacher" "exam" "textbook" "playground" "tuition" "lesson" "pupil" "canteen" "report card" "holiday" "library" "boarding house" "scholarship"; "graded" "suspended" "enrolled" "renovated" "shortened"),
    subject!("the county court": "verdict" "witness" "prosecutor" "indictment" "appeal" "jury" "fraud" "defendant" "bail" "evidence" "sentence" "settlement" "hearing" "testimony" "embezzlement"; "convicted" "acquitted" "charged" "postponed" "overturned"),
    subject!("the fire service": "warehouse" "smoke" "evacuation" "hydrant" "arson" "roof" "explosion" "rescue" "fire engine" "gas leak" "chimney" "alarm" "volunteer" "stairwell" "insulation"; "extinguished" "evacuated" "destroyed" "rescued" "investigated"),
    subject!("the finance ministry": "budget" "tax" "deficit" "pension" "tariff" "subsidy" "interest rate" "inflation" "bond" "auditor" "customs" "spending cut" "treasury" "loan" "surplus"; "raised" "lowered" "frozen" "approved" "rejected"),
    subject!("the election office": "ballot" "candidate" "recount" "polling station" "coalition" "turnout" "manifesto" "campaign" "debate" "constituency" "referendum" "runoff" "postal vote" "canvasser" "mandate"; "elected" "nominated" "withdrawn" "endorsed" "disputed"),
    subject!("the football league": "striker" "goalkeeper" "penalty" "transfer" "stadium" "referee" "season" "coach" "midfielder" "relegation" "cup final" "injury" "fixture" "contract" "supporter"; "signed" "sacked" "defeated" "fined" "promoted"),
    subject!("the museum trust": "painting" "exhibition" "sculpture" "curator" "restoration" "auction" "archive" "gallery" "forgery" "collection" "donor" "portrait" "manuscript" "catalogue" "vault"; "exhibited" "stolen" "returned" "restored" "purchased"),
    subject!("the farm union": "harvest" "drought" "milk price" "fertiliser" "orchard" "livestock" "pesticide" "tractor" "grain" "vineyard" "cattle disease" "seed" "barn" "pasture" "cooperative"; "harvested" "slaughtered" "imported" "compensated" "spoiled"),
    subject!("the energy regulator": "wind farm" "power plant" "blackout" "grid" "electricity bill" "coal" "solar park" "pipeline" "transformer" "heat pump" "reactor" "meter" "oil platform" "battery" "turbine hall"; "connected" "switched off" "licensed" "blocked" "insulated"),
    subject!("the police authority": "burglary" "patrol" "detective" "suspect" "raid" "surveillance" "smuggling" "weapon" "custody" "informant" "hostage" "curfew" "checkpoint" "kidnapping" "ransom"; "arrested" "searched" "released" "confiscated" "questioned"),
    subject!("the port company": "container" "crane" "ferry" "dock worker" "cargo" "lighthouse" "shipyard" "oil spill" "captain" "pilot boat" "strike" "quay" "trawler" "customs shed" "anchor"; "unloaded" "moored" "sunk" "salvaged" "chartered"),
    subject!("the housing office": "rent" "tenant" "landlord" "eviction" "apartment block" "mortgage" "building site" "scaffolding" "planning permission" "basement" "heating" "façade" "lift" "courtyard" "squatters"; "evicted" "demolished" "insured" "converted" "auctioned"),
    subject!("the weather service": "storm" "snowfall" "heatwave" "hail" "landslide" "power line" "shelter" "forecast" "gust" "avalanche" "frost" "road closure" "siren" "tide" "satellite image"; "forecast" "flooded" "stranded" "warned" "measured"),
];

pub(super) const FIRST_NAMES: &[&str] = &[
    "Anna", "Boris", "Carla", "David", "Elena", "Frank", "Grace", "Henry", "Irene", "James",
    "Karen", "Louis", "Maria", "Nadia", "Oscar", "Paula", "Robert", "Sarah", "Thomas", "Ursula",
    "Victor", "Wendy",
];

pub(super) const OFFICES: &[&str] = &[
    "Mayor",
    "Minister",
    "Professor",
    "Councillor",
    "Director",
    "Judge",
    "Senator",
    "Captain",
    "Dr.",
];

pub(super) const HEADLINES: &[&str] = &[
    "{place}: {a} {verb} as {body} meets",
    "{surname} under pressure over {a} in {place}",
    "What we know about the {a} in {place}",
    "{a} and {b}: {place} asks who is to blame",
    "{n} affected as {a} is {verb} in {place}",
];

pub(super) const LEADS: &[&str] = &[
    "{place} — The {a} was {verb} on the orders of {body}, which had been told of {n} complaints about the {b}.",
    "After {n} complaints about the {b}, {body} has had the {a} of {place} {verb}.",
    "The {a} in {place} has been {verb}, {body} announced, pointing to {n} complaints and the state of the {b}.",
];

pub(super) const FACTS: &[&[&str]] = &[
    &[
        "At least {n} people signed a petition about the {a}, which {body} received before the {b} was {verb}.",
        "A petition on the {a} with {n} names reached {body} shortly before the {b} was {verb}.",
        "{n} residents of {place} put their names under a petition concerning the {a}.",
    ],
    &[
        "A report of {n} pages, seen by reporters, finds that the {a} should have been {verb} years ago.",
        "The {a} ought to have been {verb} long ago, according to a report that runs to {n} pages.",
        "In {n} pages, a report lists what went wrong with the {a} and the {b}.",
    ],
    &[
        "The cost of the {a} is put at {n} million crowns, a third of it for the {b}.",
        "Some {n} million crowns are needed for the {a}; the {b} takes a third of that.",
        "The bill for the {a}: {n} million crowns.",
    ],
    &[
        "{person} met representatives of {body} behind closed doors to talk about the {a} and the {b}.",
        "Behind closed doors, {body} and {person} spoke about the {b} for two hours.",
        "A closed meeting between {surname} and {body} dealt with the {a}.",
    ],
    &[
        "Work on the {a} is to begin within {n} days, provided that the {b} is {verb} first.",
        "Within {n} days work on the {a} should start.",
        "Unless the {b} is {verb}, work on the {a} cannot begin for another {n} days.",
    ],
    &[
        "Witnesses in {place} described how the {a} was {verb} in the early hours while the {b} stood idle.",
        "The {a} was {verb} in the early hours, witnesses in {place} recalled.",
        "It was still dark in {place} when the {a} was {verb}, people who live there told reporters.",
    ],
    &[
        "An independent expert counted {n} faults in the {a} and called for the {b} to be {verb}.",
        "The {a} has {n} faults, an independent expert found.",
        "The expert's list names {n} faults, most of them in the {a}.",
    ],
    &[
        "Opponents of {person} demanded an inquiry into the {a}, the second one this year.",
        "For the second time this year there are calls for an inquiry, now into the {a}.",
        "An inquiry into the {a} is what the opponents of {surname} want.",
    ],
    &[
        "Insurers have set aside {n} thousand crowns because of the {a}.",
        "The {a} has led insurers to set aside {n} thousand crowns.",
        "For the {a} and the {b} insurers reckon with {n} thousand crowns.",
    ],
];

pub(super) const QUOTES: &[&str] = &[
    "We will not rest until the {a} has been {verb}, whatever the {b} may cost",
    "Nobody in {place} was told about the {a}, and nobody asked for the {b} to be {verb}",
    "The {a} is a disgrace, but it is not the only one in {place}",
    "I take full responsibility for the {a}, and I expect {body} to do the same for the {b}",
    "There were {n} warnings about the {b}, every one of them in writing",
    "If the {a} is {verb} again, I will resign on the same day",
    "The {b} was never in danger, and the {a} is as safe as it ever was",
    "They have had {n} months for the {a}, and they have done nothing about the {b}",
    "My family has lived beside the {a} for {n} years, and we have never seen the {b} like this",
    "It is too early to say why the {a} was {verb}, and I will not guess",
];

pub(super) const TAGS: &[&str] = &[
    "“{words},” {who} said.",
    "“{words},” said {who}, who declined to take further questions.",
    "{who} told reporters: “{words}.”",
    "According to {who}, it is clear. “{words},” {who} added.",
];

pub(super) const BACKGROUND: &[&str] = &[
    "The state of the {a} has been a matter of dispute for years, and several commissions have looked into it without a result that all sides could accept.",
    "Experts say that money alone will not solve the problem of the {a}, because trained staff are missing in most parts of the country.",
    "Last year the government promised a new law on the {a}; the draft has been with a committee of parliament since the summer.",
    "A survey by a research institute found that most people regard the {a} as one of the three most important questions of the coming years.",
    "In neighbouring countries the rules for the {a} are stricter, and fines are several times as high as here.",
    "The opposition accuses the government of hiding the true figures about the {a}, which the government denies.",
    "Trade unions have called for more staff, better pay and a say in how the {a} is run from day to day.",
];
