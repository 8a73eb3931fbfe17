//! The sentences that the generated articles are made of. `{w}` is any word, `{place}`, `{person}`,
//! `{surname}`, `{firm}`, `{street}` belong to the event, `{n}` is a number of the sentence.

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
    "{place}: {w} and {w} over the {w}",
    "{surname} under {w} for the {w} in {place}",
    "What is known of the {w} in {place}",
    "{w}, {w}: {place} asks who is to blame",
    "{n} without a {w} in {place}",
];

pub(super) const LEADS: &[&str] = &[
    "{place} — The {w} was taken from the {w} on {street} after {n} of them had been {w}ed, and {firm} would not say why.",
    "After {n} {w}s on {street}, the {w} of {place} has been given to {firm}.",
    "The {w} in {place} will be {w}ed, {person} announced, with a {w} on {street} for which {firm} is to pay.",
];

pub(super) const FACTS: &[&str] = &[
    "At least {n} of the {w}s were in the {w} when the {w} began to {w}.",
    "For the {w} and the {w} there are {n} million, a third of it from the {w}.",
    "Nobody at {firm} has seen the {w} since it was {w}ed by a {w} with a {w}.",
    "In {place} the {w} is what the {w} was to the {w}s before them.",
    "The {w}s had been {w}ed, one after the other, and the {w} with them.",
    "Without a {w} there would be no {w}, and without a {w} no {w} at all.",
    "On {street} the {w} stood where the {w} had been, and beside it a {w} of the {w}.",
    "It was the {w} that the {w}s of {place} had been without for {n} days.",
    "From the {w} to the {w} there were {n} {w}s, of which some were {w}ed.",
    "{person} had been to the {w} before, with the {w} and with {n} of the {w}s.",
    "As for the {w}, it is with the {w}s of {firm}, who have had it for the {w}.",
    "A {w} that is not {w}ed in time can {w} for years under the {w}.",
    "Both the {w} and the {w} are under the {w}, which is in {place}.",
    "The {w} is about as old as the {w}, and as {w} as any {w} of its time.",
    "There was a {w} at the {w}, then {n} more behind the {w}.",
    "While the {w} was on, the {w}s of the {w} could not be {w}ed.",
];

pub(super) const QUOTES: &[&str] = &[
    "We will not go until the {w} has been {w}ed, whatever the {w} may be",
    "Nobody in {place} was told about the {w}, and nobody will {w} for the {w}",
    "The {w} is a {w}, but it is not the only {w} in {place}",
    "I was there for the {w}, and I would be there again for the {w}",
    "There were {n} {w}s before the {w}, every one of them in the {w}",
    "If the {w} is {w}ed again, I will {w} on the same day",
    "The {w} was never in the {w}, and the {w} is as {w} as it ever was",
    "They have had {n} months for the {w}, and they have done nothing but {w}",
    "My {w} has been with the {w} for {n} years, and we have never {w}ed it like this",
    "It is too early to say why the {w} was {w}ed, and I will not {w}",
];

pub(super) const TAGS: &[&str] = &[
    "“{words},” {who} said.",
    "“{words},” said {who}, who would not take any more questions.",
    "{who} told reporters: “{words}.”",
    "According to {who}, all is well. “{words},” {who} added.",
];
