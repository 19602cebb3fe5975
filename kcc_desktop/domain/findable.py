"""The words by which a party is found: what stands in the search index for a name, a number, an address.

Its other half, what somebody types, is `asked`. Knows no table.
"""

from kcc_desktop.domain.folding import fold, words

LONGEST = 64  # of one word; longer ones are cut, in the index and in what is typed

PARTICLES = frozenset(
    words(
        "aan al bij d da das de del den der di do dos du el het in la las le les los op t te ten ter thoe toe tot"
        " uit van vande vander vd vom von voor vor zu zum zur"
    )
)


def name_words(prefix: str, surname: str) -> list[str]:
    """A family name's words, written in one and with its particles shortened: van, der, berg, vanderberg, vdberg."""
    before, core = words(prefix), words(surname)
    found = [*before, *core]
    joined = "".join(core)
    if len(core) > 1:
        found.append(joined)  # O'Brien, El Idrissi
    if before and joined:
        found.append("".join(before) + joined)
    if len(before) > 1:
        short = "".join(word[0] for word in before)
        found += [short, short + joined]
    return [word[:LONGEST] for word in found]


def text_words(text: str) -> list[str]:
    return [word[:LONGEST] for word in words(text)]


def secret_words(number: str) -> list[str]:
    """A BSN or A-number, by which somebody is found in full only: no beginning of one tells how it goes on."""
    return [f"={number}="] if number else []


def birth_words(eight_digits: str) -> list[str]:
    """The day both ways round, 19870712 and 12071987; an incomplete one as the register has it."""
    year, month, day = eight_digits[:4], eight_digits[4:6], eight_digits[6:]
    if len(eight_digits) != 8 or year == "0000":
        return []
    return [eight_digits] if "00" in (month, day) else [eight_digits, day + month + year]


def address_words(street: str, house_number: int | None, letter: str, postcode: str, place: str) -> list[str]:
    found = [*text_words(street), *text_words(place)]
    if postcode:
        found.append("".join(words(postcode)))
    if house_number is not None:
        found.append(str(house_number))
        if letter:
            found.append(f"{house_number}{letter.lower()}")
    return found


def phone_words(e164: str) -> list[str]:
    """As it is dialled from abroad and, for a Dutch number, from here: 14 030 has no zero before it."""
    digits = e164.removeprefix("+")
    if e164.startswith("+3114"):
        return [digits, digits[2:]]
    return [digits, f"0{digits[2:]}"] if e164.startswith("+31") else [digits]


def mail_words(address: str) -> list[str]:
    """The whole address, the words before the at sign, and the name of the domain."""
    folded = fold(address)
    local, _, domain = folded.partition("@")
    parts = [*words(local), *words(domain.partition(".")[0])]
    return [folded[:LONGEST], *(word[:LONGEST] for word in parts if len(word) > 1)]
