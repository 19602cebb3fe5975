"""Words under a field whose value was refused, whatever the feature: what would be right."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

# By InvalidValue's (field, reason): what would be right. ("", reason) is for every other field.
OF_VALUE: dict[tuple[str, str], str] = {
    ("phone", "too_short"): QT_TRANSLATE_NOOP(
        "Wording", "This number is too short. A mobile number has 10 digits: 06-12 34 56 78."
    ),
    ("phone", "too_long"): QT_TRANSLATE_NOOP(
        "Wording", "This number is too long. A Dutch number has 10 digits: 0527-12 34 56."
    ),
    ("phone", "not_a_number"): QT_TRANSLATE_NOOP(
        "Wording", "This is no phone number. Type only digits, such as 06-12 34 56 78."
    ),
    ("phone", "unknown"): QT_TRANSLATE_NOOP(
        "Wording", "This number does not exist. Check the area code; a foreign number begins with + or 00."
    ),
    ("phone", "missing"): QT_TRANSLATE_NOOP("Wording", "Type the number to call back, such as 06-12 34 56 78."),
    ("email", "characters"): QT_TRANSLATE_NOOP(
        "Wording", "This is no e-mail address. It looks like name@example.nl, without spaces."
    ),
    ("email", "length"): QT_TRANSLATE_NOOP("Wording", "This e-mail address is too long. At most 254 characters fit."),
    ("bsn", "characters"): QT_TRANSLATE_NOOP("Wording", "A BSN has digits only: 9 of them."),
    ("bsn", "length"): QT_TRANSLATE_NOOP("Wording", "A BSN has 9 digits."),
    ("bsn", "checksum"): QT_TRANSLATE_NOOP("Wording", "This BSN cannot exist. A digit is wrong or two were swapped."),
    ("rsin", "characters"): QT_TRANSLATE_NOOP("Wording", "An RSIN has digits only: 9 of them."),
    ("rsin", "length"): QT_TRANSLATE_NOOP("Wording", "An RSIN has 9 digits."),
    ("rsin", "checksum"): QT_TRANSLATE_NOOP("Wording", "This RSIN cannot exist. A digit is wrong or two were swapped."),
    ("kvk_number", "characters"): QT_TRANSLATE_NOOP("Wording", "A KVK number has digits only: 8 of them."),
    ("kvk_number", "length"): QT_TRANSLATE_NOOP("Wording", "A KVK number has 8 digits."),
    ("branch_number", "characters"): QT_TRANSLATE_NOOP("Wording", "A branch number has digits only: 12 of them."),
    ("branch_number", "length"): QT_TRANSLATE_NOOP("Wording", "A branch number has 12 digits."),
    ("a_number", "characters"): QT_TRANSLATE_NOOP("Wording", "An A-number has digits only: 10 of them."),
    ("a_number", "length"): QT_TRANSLATE_NOOP("Wording", "An A-number has 10 digits."),
    ("date", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no date. Type it as 12-07-1987."),
    ("date", "range"): QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987."),
    ("birth_date", "characters"): QT_TRANSLATE_NOOP(
        "Wording", "This is no date. Type it as 12-07-1987, or only the year."
    ),
    ("birth_date", "range"): QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987."),
    ("birth_date", "future"): QT_TRANSLATE_NOOP("Wording", "A birth date cannot be in the future."),
    ("day", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no date. Type it as 12-07-1987."),
    ("day", "range"): QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987."),
    ("postcode", "characters"): QT_TRANSLATE_NOOP("Wording", "A postcode has 4 digits and 2 letters: 8302 XK."),
    ("house_number", "characters"): QT_TRANSLATE_NOOP(
        "Wording", "A house number has digits only; what comes after it stands beside it."
    ),
    ("house_number", "range"): QT_TRANSLATE_NOOP("Wording", "A house number has at most five digits, and is not zero."),
    ("house_number", "missing"): QT_TRANSLATE_NOOP("Wording", "A postcode needs a house number with it."),
    ("represented", "same"): QT_TRANSLATE_NOOP("Wording", "Nobody speaks for themselves. Choose somebody else."),
    ("represented", "missing"): QT_TRANSLATE_NOOP("Wording", "Choose for whom they speak."),
    ("ground", "missing"): QT_TRANSLATE_NOOP("Wording", "Choose why they may speak for the other."),
    ("valid_until", "range"): QT_TRANSLATE_NOOP("Wording", "The end comes before the begin, or is no day."),
    ("representation", "missing"): QT_TRANSLATE_NOOP("Wording", "Choose who no longer speaks for whom."),
    ("ended_on", "future"): QT_TRANSLATE_NOOP(
        "Wording", "That day is still to come. Note the end when it is there, or today when it holds no more."
    ),
    ("ended_on", "outside"): QT_TRANSLATE_NOOP(
        "Wording", "On that day it did not hold. Choose a day between its begin and its end."
    ),
    ("ended_on", "characters"): QT_TRANSLATE_NOOP("Wording", "Type a whole day: 12-07-2026."),
    ("asked", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what was asked, so that a colleague knows it too."),
    ("surname", "empty"): QT_TRANSLATE_NOOP("Wording", "Type a surname, or at least a first name."),
    ("note", "too_long"): QT_TRANSLATE_NOOP(
        "Wording", "This note is too long. At most 100,000 characters fit; put the rest in a second question."
    ),
    ("attempt", "too_long"): QT_TRANSLATE_NOOP(
        "Wording", "At most 1,000 characters fit with an attempt. Shorten the note, or finish the conversation."
    ),
    ("attempt", "confidential"): QT_TRANSLATE_NOOP(
        "Wording", "The note is confidential and this work is not. Take it out, or finish the conversation."
    ),
    ("passphrase", "too_short"): QT_TRANSLATE_NOOP(
        "Wording", "This passphrase is too short. Choose at least 12 characters."
    ),
    ("number", "not_a_number"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a number that is none."),
    ("number", "missing"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a call without a number."),
    ("id", "characters"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a call with a name that cannot be."),
    ("id", "reserved"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a call under a name of the desk itself."),
    ("to", "characters"): QT_TRANSLATE_NOOP("Wording", "The telephone reported an extension that cannot be."),
    ("at", "no_zone"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a time without its zone."),
    ("at", "not_an_instant"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a time that is none."),
    ("state", "unknown"): QT_TRANSLATE_NOOP("Wording", "The telephone reported a state that the desk does not know."),
    ("reason", "empty"): QT_TRANSLATE_NOOP("Wording", "Say why, in a few words."),
    ("task", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what is asked, so that a colleague can go on with it."),
    ("task", "too_long"): QT_TRANSLATE_NOOP("Wording", "This is too long. Say in short what is asked."),
    ("queue", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such queue. Choose one from the list."),
    ("colleague", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such colleague. Choose one from the list."),
    ("queue", "empty"): QT_TRANSLATE_NOOP("Wording", "Say to whom or to which queue."),
    ("next_try_at", "past"): QT_TRANSLATE_NOOP("Wording", "This moment is over. Choose a later one."),
    ("link", "not_ours"): QT_TRANSLATE_NOOP("Wording", "This is no link of the desk. It begins with kccdesk:"),
    ("link", "unknown_action"): QT_TRANSLATE_NOOP("Wording", "The desk does not know what this link asks for."),
    ("link", "twice"): QT_TRANSLATE_NOOP("Wording", "This link says one thing twice."),
    ("message", "not_ours"): QT_TRANSLATE_NOOP("Wording", "Another program sent something the desk does not know."),
    ("message", "unknown_kind"): QT_TRANSLATE_NOOP("Wording", "Another program sent something the desk does not know."),
    ("", "characters"): QT_TRANSLATE_NOOP("Wording", "There are characters in this that do not belong here."),
    ("", "length"): QT_TRANSLATE_NOOP("Wording", "This does not have the right length."),
    ("", "checksum"): QT_TRANSLATE_NOOP("Wording", "This number cannot exist. A digit is wrong or two were swapped."),
    ("", "range"): QT_TRANSLATE_NOOP("Wording", "This lies outside what is possible."),
    ("", "too_short"): QT_TRANSLATE_NOOP("Wording", "This is too short."),
    ("", "too_long"): QT_TRANSLATE_NOOP("Wording", "This is too long."),
    ("roles", "empty"): QT_TRANSLATE_NOOP("Wording", "Choose at least one role."),
    ("role", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such role."),
    ("roles", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such role."),
    ("report", "missing"): QT_TRANSLATE_NOOP("Wording", "Choose which report it is about."),
    ("told", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what everybody who reported it is to be told."),
    ("told", "too_long"): QT_TRANSLATE_NOOP("Wording", "This is too long. A few sentences are enough."),
    ("skills", "characters"): QT_TRANSLATE_NOOP("Wording", "A skill is one word of letters, digits, - and _."),
    ("name", "empty"): QT_TRANSLATE_NOOP("Wording", "Type the name."),
    ("postcode", "pattern"): QT_TRANSLATE_NOOP("Wording", "A postcode has 4 digits and 2 letters: 8302 XK."),
    ("channel", "unknown"): QT_TRANSLATE_NOOP("Wording", "Choose one of the channels in the list."),
    ("language", "characters"): QT_TRANSLATE_NOOP("Wording", "Choose one of the languages in the list."),
    ("text", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what does not work, so that every desk knows it."),
    ("text", "too_long"): QT_TRANSLATE_NOOP("Wording", "This notice is too long. One sentence is enough."),
    ("until", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no time of the day. Type it as 16:00."),
    ("time", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no time of the day. Type it as 16:00."),
    ("time", "range"): QT_TRANSLATE_NOOP("Wording", "This is no time of the day. Type it as 16:00."),
    ("period", "out_of_range"): QT_TRANSLATE_NOOP(
        "Wording", "The last day lies before the first, or more than 400 days after it."
    ),
    ("until", "past"): QT_TRANSLATE_NOOP("Wording", "This moment is over. Choose one that is still to come."),
    ("product", "no_appointments"): QT_TRANSLATE_NOOP("Wording", "There are no appointments for this product."),
    ("attendees", "empty"): QT_TRANSLATE_NOOP("Wording", "There must be somebody who comes."),
    ("attendees", "too_many"): QT_TRANSLATE_NOOP("Wording", "This is more persons than fit in one appointment."),
    ("", "empty"): QT_TRANSLATE_NOOP("Wording", "This still has to be filled in."),
    ("", "missing"): QT_TRANSLATE_NOOP("Wording", "This still has to be filled in."),
    ("", "unknown"): QT_TRANSLATE_NOOP("Wording", "The desk does not know this."),
}
