"""Small texts of our own, each with a way in which names are easily missed or mistaken."""

import pytest

P, ORG = "P", "O"

CASES = {
    "title before a name": ("President Otieno Were met Mr. Tait in Paris.", {("Otieno Were", P), ("Tait", P)}),
    "rank of several words": ("Lt. Gen. Carl Hauser spoke to Maj. Ann Poe.", {("Carl Hauser", P), ("Ann Poe", P)}),
    "possessive": ("Anna Keller’s lawyer and Boeing's chairman met.", {("Anna Keller", P), ("Boeing", ORG)}),
    "straight and curly quotes": (
        '"It is over," John Baker said. “No,” said Mary Baker.',
        {("John Baker", P), ("Mary Baker", P)},
    ),
    "Indian names": (
        "Chief Minister Ramesh Chandra Patil and Sunita Krishnamurthy visited Pune.",
        {("Ramesh Chandra Patil", P), ("Sunita Krishnamurthy", P)},
    ),
    "Nigerian names": (
        "Chinedu Okonkwo and Funmilayo Adeyemi were elected in Lagos.",
        {("Chinedu Okonkwo", P), ("Funmilayo Adeyemi", P)},
    ),
    "Arabic names": (
        "Ahmed al-Masri was arrested with Khalid bin Rashid in Cairo.",
        {("Ahmed al-Masri", P), ("Khalid bin Rashid", P)},
    ),
    "Chinese names": ("Foreign ministry spokesman Zhang Weiming told reporters in Beijing.", {("Zhang Weiming", P)}),
    "Korean names": ("Kim Min-jun beat Park Ji-hoon in Seoul.", {("Kim Min-jun", P), ("Park Ji-hoon", P)}),
    "Slavic names": (
        "Dmitry Kovalenko said that Agnieszka Nowakowska would resign.",
        {("Dmitry Kovalenko", P), ("Agnieszka Nowakowska", P)},
    ),
    "Spanish names": (
        "José Luis García told María Fernández the news.",
        {("José Luis García", P), ("María Fernández", P)},
    ),
    "Dutch and German particles": (
        "Jan van der Berg and Ursula von Stein disagreed.",
        {("Jan van der Berg", P), ("Ursula von Stein", P)},
    ),
    "Irish names": ("Seán O’Brien and Fiona McCarthy signed.", {("Seán O’Brien", P), ("Fiona McCarthy", P)}),
    "initials": ("J. R. Mitchell wrote to Susan B. Howard.", {("J. R. Mitchell", P), ("Susan B. Howard", P)}),
    "dateline": (
        "GENEVA (Reuters) - The United Nations said on Monday that aid had arrived.",
        {("Reuters", ORG), ("United Nations", ORG)},
    ),
    "countries and peoples": ("The US, Russia and China met French and Kenyan officials in Moscow.", set()),
    "country's ministry": ("Egypt’s Ministry of Health denied it.", {("Ministry of Health", ORG)}),
    "organization with of and and": (
        "She works for the Department of Health and Human Services.",
        {("Department of Health and Human Services", ORG)},
    ),
    "two organizations joined": ("The UN and the European Union agreed.", {("UN", ORG), ("European Union", ORG)}),
    "acronym in brackets": (
        "The World Health Organization (WHO) and the IMF warned of it.",
        {("World Health Organization", ORG), ("WHO", ORG), ("IMF", ORG)},
    ),
    "company suffix": (
        "Northgate Industries Inc. bought a rival from Microsoft.",
        {("Northgate Industries Inc.", ORG), ("Microsoft", ORG)},
    ),
    "university": ("Researchers at the University of Michigan measured it.", {("University of Michigan", ORG)}),
    "party": (
        "The Democratic Party and the Communist Party voted.",
        {("Democratic Party", ORG), ("Communist Party", ORG)},
    ),
    "armed group": ("Militants of Hamas and al-Qaida claimed it.", {("Hamas", ORG), ("al-Qaida", ORG)}),
    "news agency": ("Officials told The Associated Press about it.", {("Associated Press", ORG)}),
    "role inside a name": (
        "Britain’s River Safety Agency Director Helen Marsh told the BBC.",
        {("River Safety Agency", ORG), ("Helen Marsh", P), ("BBC", ORG)},
    ),
    "no stop at the end": ("A spokesman for Toyota said David Brown had left", {("Toyota", ORG), ("David Brown", P)}),
    "days and months": ("On Tuesday in June the talks began in May.", set()),
    "titles alone": ("The President and the Prime Minister met the King.", set()),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_finds_the_names_and_nothing_else(found, text, expected):
    assert found(text) == expected


def test_a_headline_in_capitals_is_read_like_the_story(found):
    names = found(
        "Amara Okafor resigned on Monday. Mr. Lind of Boeing was surprised.",
        title="AMARA OKAFOR RESIGNS, BOEING SURPRISED",
    )
    assert ("AMARA OKAFOR", P) in names
    assert ("BOEING", ORG) in names


def test_one_phrase_is_of_one_kind(found):
    names = found("Harlan Voss founded Voss Tools. Voss was 31.", "Voss said he would stay. The board trusts Voss.")
    assert ("Voss", P) in names
    assert ("Voss", ORG) not in names


def test_addresses_are_no_names(found):
    assert found("Write to desk@example.org or see www.example.org and @desk.") == set()


def test_other_scripts_are_left_alone(found):
    assert found("Президент Владимир Иванов приехал в Москву.", "محمد علي في القاهرة") == set()
