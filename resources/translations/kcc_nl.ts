<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>not enough</source>
        <translation>niet genoeg</translation>
    </message>
    <message>
        <source>Disclosure restricted: questions are not enough.</source>
        <translation>Geheimhouding: vragen stellen is niet genoeg. Alleen een document of terugbellen telt.</translation>
    </message>
    <message>
        <source>How was it established?</source>
        <translation>Hoe is het vastgesteld?</translation>
    </message>
    <message>
        <source>No conversation is going on. {key} begins one.</source>
        <translation>Er is geen gesprek. Met {key} begin je er een.</translation>
    </message>
    <message>
        <source>Nobody is with this conversation yet. Search, then put them with it.</source>
        <translation>Bij dit gesprek staat nog niemand. Zoek eerst, en zet die persoon bij dit gesprek.</translation>
    </message>
    <message>
        <source>You look at somebody else. Go back first ({key}).</source>
        <translation>Je bekijkt iemand anders. Ga eerst terug ({key}).</translation>
    </message>
    <message>
        <source>You now see the contacts of {name}.</source>
        <translation>Je ziet nu de contacten van {name}.</translation>
    </message>
    <message>
        <source>on behalf of somebody else …</source>
        <translation>namens iemand anders …</translation>
    </message>
    <message>
        <source>As what do they speak?</source>
        <translation>Als wie spreekt de beller?</translation>
    </message>
    <message>
        <source>Nothing is covered here.</source>
        <translation>Hier is niets afgedekt.</translation>
    </message>
    <message>
        <source>It stands in the log, and is covered again after a minute.</source>
        <translation>Dit komt in het logboek. Na een minuut is alles weer afgedekt.</translation>
    </message>
    <message>
        <source>What do you look this up for?</source>
        <translation>Waarvoor zoek je dit op?</translation>
    </message>
</context>
<context>
    <name>AddressEditor</name>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>work, carer</source>
        <translation>werk, mantelzorger</translation>
    </message>
    <message>
        <source>preferred</source>
        <translation>voorkeur</translation>
    </message>
    <message>
        <source>Stop using {value}</source>
        <translation>Beëindig {value}</translation>
    </message>
    <message>
        <source>May be sent there</source>
        <translation>Dit mogen we daarheen sturen</translation>
    </message>
    <message>
        <source>Another phone number</source>
        <translation>Nog een telefoonnummer</translation>
    </message>
    <message>
        <source>Another e-mail address</source>
        <translation>Nog een e-mailadres</translation>
    </message>
    <message>
        <source>May be sent there: {kind}</source>
        <translation>Dit mogen we daarheen sturen: {kind}</translation>
    </message>
    <message>
        <source>Keep {value} after all</source>
        <translation>Houd {value} toch</translation>
    </message>
    <message>
        <source>Ends when you save</source>
        <translation>Stopt als je bewaart</translation>
    </message>
</context>
<context>
    <name>AddressFields</name>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>Huisnummer</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>Toevoeging</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straat</translation>
    </message>
    <message>
        <source>Town or village</source>
        <translation>Plaats</translation>
    </message>
</context>
<context>
    <name>AgreedLines</name>
    <message>
        <source>only the newest</source>
        <translation>alleen het laatste</translation>
    </message>
    <message>
        <source>what was agreed before</source>
        <translation>wat eerder is afgesproken</translation>
    </message>
</context>
<context>
    <name>AppointmentCard</name>
    <message>
        <source>It was moved to {moment}, {place}.</source>
        <translation>De afspraak is verzet naar {moment}, {place}.</translation>
    </message>
    <message>
        <source>How it stands now: {state}.</source>
        <translation>Zo staat het er nu voor: {state}.</translation>
    </message>
</context>
<context>
    <name>AppointmentForm</name>
    <message>
        <source>Plan an appointment</source>
        <translation>Afspraak plannen</translation>
    </message>
    <message>
        <source>Plan nothing</source>
        <translation>Niets plannen</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Vrije tijden</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Kept for you until {time}</source>
        <translation>Voor jou vastgehouden tot {time}</translation>
    </message>
    <message>
        <source>Looking for a time …</source>
        <translation>Een tijd zoeken …</translation>
    </message>
    <message>
        <source>A colleague just took that time. These are the nearest.</source>
        <translation>Een collega nam die tijd net. Deze liggen het dichtst erbij.</translation>
    </message>
    <message>
        <source>This went wrong. What you typed is kept. Try again.</source>
        <translation>Dit ging mis. Wat je typte is bewaard. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>What is the answer?</source>
        <translation>Wat is het antwoord?</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>Langer</translation>
    </message>
    <message>
        <source>Keep the time ten minutes more</source>
        <translation>Houd de tijd tien minuten langer vast</translation>
    </message>
</context>
<context>
    <name>Appointments</name>
    <message>
        <source>First</source>
        <translation>Eerste</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Ochtend</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Middag</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Avond</translation>
    </message>
    <message>
        <source>Has no DigiD</source>
        <translation>Heeft geen DigiD</translation>
    </message>
    <message>
        <source>Tried online, did not work</source>
        <translation>Online geprobeerd, lukte niet</translation>
    </message>
    <message>
        <source>Needs help with it</source>
        <translation>Heeft er hulp bij nodig</translation>
    </message>
    <message>
        <source>Prefers the counter</source>
        <translation>Komt liever langs</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Een andere reden</translation>
    </message>
    <message>
        <source>Yes, the other parent agrees</source>
        <translation>Ja, de andere ouder vindt het goed</translation>
    </message>
    <message>
        <source>Not yet: the confirmation says so</source>
        <translation>Nog niet: dat komt in de bevestiging</translation>
    </message>
    <message>
        <source>Yes, who comes along has authority</source>
        <translation>Ja, wie meekomt heeft het gezag</translation>
    </message>
    <message>
        <source>No: the confirmation says so</source>
        <translation>Nee: dat komt in de bevestiging</translation>
    </message>
    <message>
        <source>This can be done online. Why at the counter?</source>
        <translation>Dit kan online. Waarom toch aan de balie?</translation>
    </message>
    <message>
        <source>Does the other parent consent? {names}</source>
        <translation>Geeft de andere ouder toestemming? {names}</translation>
    </message>
    <message>
        <source>Does who comes along have authority? {names}</source>
        <translation>Heeft wie meekomt het gezag? {names}</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Persoon {number}</translation>
    </message>
    <message>
        <source>Bring: {things}</source>
        <translation>Meenemen: {things}</translation>
    </message>
    <message>
        <source>Bring for {names}: {things}</source>
        <translation>Meenemen voor {names}: {things}</translation>
    </message>
    <message>
        <source>{moment} is being booked by {name}</source>
        <translation>{moment} wordt nu geboekt door {name}</translation>
    </message>
</context>
<context>
    <name>AsideBar</name>
    <message>
        <source>You look at {title}. This conversation is with {speaker}.</source>
        <translation>Je bekijkt {title}. Dit gesprek is met {speaker}.</translation>
    </message>
    <message>
        <source>You look at {title}. This conversation is with {number}, not known yet.</source>
        <translation>Je bekijkt {title}. Dit gesprek is met {number}, nog onbekend.</translation>
    </message>
    <message>
        <source>You look at {title}. Not known yet who this conversation is with.</source>
        <translation>Je bekijkt {title}. Met wie dit gesprek is, is nog niet bekend.</translation>
    </message>
    <message>
        <source>This conversation is about them</source>
        <translation>Gesprek gaat over deze persoon</translation>
    </message>
    <message>
        <source>Put with this conversation</source>
        <translation>Zet bij dit gesprek</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>BehalfRow</name>
    <message>
        <source>As what do they speak?</source>
        <translation>Als wie spreekt de beller?</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Iemand anders</translation>
    </message>
</context>
<context>
    <name>BetterCard</name>
    <message>
        <source>A better order</source>
        <translation>Een betere volgorde</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>Wat verschuift</translation>
    </message>
    <message>
        <source>What stays where it is</source>
        <translation>Wat blijft staan</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laten staan</translation>
    </message>
    <message>
        <source>{now} becomes {later}</source>
        <translation>{now} wordt {later}</translation>
    </message>
    <message>
        <source>This day cannot be better.</source>
        <translation>Deze dag kan niet beter.</translation>
    </message>
    <message>
        <source>Everything fits.</source>
        <translation>Alles past.</translation>
    </message>
</context>
<context>
    <name>CallbackForm</name>
    <message>
        <source>Promise</source>
        <translation>Belofte</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Bel terug</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Taak</translation>
    </message>
    <message>
        <source>Kind of promise</source>
        <translation>Soort belofte</translation>
    </message>
    <message>
        <source>Withdraw this promise</source>
        <translation>Belofte weghalen</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wie doet het</translation>
    </message>
    <message>
        <source>Before when</source>
        <translation>Vóór wanneer</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Nummer om te bellen</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Wat moet er gebeuren</translation>
    </message>
    <message>
        <source>The note, unless you type something else</source>
        <translation>De notitie, tenzij je iets anders typt</translation>
    </message>
    <message>
        <source>from the product</source>
        <translation>van het product</translation>
    </message>
    <message>
        <source>from your other question</source>
        <translation>uit je andere vraag</translation>
    </message>
    <message>
        <source>Choose a moment</source>
        <translation>Kies een moment</translation>
    </message>
</context>
<context>
    <name>CancelForm</name>
    <message>
        <source>Call the appointment off</source>
        <translation>Afspraak afzeggen</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Afzeggen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>For colleagues; may be left out</source>
        <translation>Voor collega&apos;s; mag leeg blijven</translation>
    </message>
    <message>
        <source>The citizen cannot come</source>
        <translation>De inwoner kan niet komen</translation>
    </message>
    <message>
        <source>The municipality cannot make it</source>
        <translation>De gemeente kan niet</translation>
    </message>
    <message>
        <source>Whose wish it is</source>
        <translation>Wie zegt af</translation>
    </message>
    <message>
        <source>Call off {what}, {when}</source>
        <translation>{what} afzeggen, {when}</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Disclosure restricted</source>
        <translation>Geheimhouding</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>overleden</translation>
    </message>
    <message>
        <source>KVK {number}</source>
        <translation>KVK {number}</translation>
    </message>
    <message>
        <source>through {name}</source>
        <translation>via {name}</translation>
    </message>
    <message>
        <source>no contact before</source>
        <translation>nog geen contact</translation>
    </message>
    <message>
        <source>last contact {day}</source>
        <translation>laatste contact {day}</translation>
    </message>
    <message>
        <source>Anonymous number</source>
        <translation>Anoniem nummer</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Disclosure refused</source>
        <translation>Verstrekking geweigerd</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzig</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Namens</translation>
    </message>
    <message>
        <source>Keep for whom they speak too</source>
        <translation>Leg vast namens wie nog meer</translation>
    </message>
    <message>
        <source>Represented by</source>
        <translation>Vertegenwoordigd door</translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation>Contactpersonen</translation>
    </message>
    <message>
        <source>Family and housemates</source>
        <translation>Gezin en huisgenoten</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Vestigingen</translation>
    </message>
    <message>
        <source>Running cases</source>
        <translation>Lopende zaken</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Beloofd</translation>
    </message>
    <message>
        <source>company or organisation</source>
        <translation>bedrijf of organisatie</translation>
    </message>
    <message>
        <source>Say: {name}</source>
        <translation>Zeg: {name}</translation>
    </message>
    <message>
        <source>Keep {number}</source>
        <translation>Koppel {number}</translation>
    </message>
    <message>
        <source>Keep the number {number} with this person</source>
        <translation>Koppel het nummer {number} aan deze inwoner</translation>
    </message>
    <message>
        <source>Visible until {time} · {purpose}</source>
        <translation>Zichtbaar tot {time} · {purpose}</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Dek af</translation>
    </message>
    <message>
        <source>Cover the details again</source>
        <translation>Dek de gegevens weer af</translation>
    </message>
    <message>
        <source>Show BSN</source>
        <translation>Toon BSN</translation>
    </message>
    <message>
        <source>What do you look this up for?</source>
        <translation>Waarvoor zoek je dit op?</translation>
    </message>
    <message>
        <source>Show what is covered: what do you look this up for?</source>
        <translation>Toon wat is afgedekt: waarvoor zoek je dit op?</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>afgedekt</translation>
    </message>
    <message>
        <source>Somebody no longer speaks for the other</source>
        <translation>Iemand spreekt niet meer namens de ander</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Afspraken</translation>
    </message>
    <message numerus="yes">
        <source>Call off %n appointment(s)</source>
        <translation>
            <numerusform>%n afspraak afzeggen</numerusform>
            <numerusform>%n afspraken afzeggen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseDays</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n dag te laat</numerusform>
            <numerusform>%n dagen te laat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>nog %n dag</numerusform>
            <numerusform>nog %n dagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColleagueChoice</name>
    <message>
        <source>Type a name or department</source>
        <translation>Typ een naam of afdeling</translation>
    </message>
    <message>
        <source>Nobody has this name.</source>
        <translation>Niemand met deze naam.</translation>
    </message>
</context>
<context>
    <name>ComerWords</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n jaar</numerusform>
            <numerusform>%n jaar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmForm</name>
    <message>
        <source>Confirmation</source>
        <translation>Bevestiging</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Doe dit</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Keep the letter (PDF)</source>
        <translation>Brief bewaren (PDF)</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>Wat je ermee doet</translation>
    </message>
    <message>
        <source>Writing the confirmation …</source>
        <translation>Bevestiging maken …</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>De tekst is gekopieerd.</translation>
    </message>
    <message>
        <source>No address on the letter: there is none, or it is covered.</source>
        <translation>Geen adres op de brief: dat is er niet, of het is afgeschermd.</translation>
    </message>
    <message>
        <source>Choose another place, or another name.</source>
        <translation>Kies een andere plek, of een andere naam.</translation>
    </message>
    <message>
        <source>Tell that it is off</source>
        <translation>Laat weten dat het niet doorgaat</translation>
    </message>
    <message>
        <source>Keep the calendar file (.ics)</source>
        <translation>Agendabestand bewaren (.ics)</translation>
    </message>
    <message>
        <source>Copy the reminder</source>
        <translation>Herinnering kopiëren</translation>
    </message>
    <message>
        <source>Appointment {code}</source>
        <translation>Afspraak {code}</translation>
    </message>
    <message>
        <source>Where is it kept?</source>
        <translation>Waar bewaar je het?</translation>
    </message>
    <message>
        <source>It could not be kept there</source>
        <translation>Het kan daar niet worden bewaard</translation>
    </message>
    <message>
        <source>Kept as {name}.</source>
        <translation>Bewaard als {name}.</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message>
        <source>request</source>
        <translation>verzoek</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>signaal</translation>
    </message>
    <message>
        <source>question</source>
        <translation>vraag</translation>
    </message>
    <message>
        <source>we contacted them</source>
        <translation>wij zochten contact</translation>
    </message>
    <message>
        <source>they contacted us</source>
        <translation>zij zochten contact</translation>
    </message>
    <message>
        <source>service provider</source>
        <translation>dienstverlener</translation>
    </message>
    <message>
        <source>developer</source>
        <translation>ontwikkelaar</translation>
    </message>
    <message>
        <source>manager of public space</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>enforcer</source>
        <translation>handhaver</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>Tigrinya</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Oekraïens</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turks</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Roemeens</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgaars</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somalisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Perzisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spaans</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
</context>
<context>
    <name>CorrectForm</name>
    <message>
        <source>Correct this contact</source>
        <translation>Dit contact corrigeren</translation>
    </message>
    <message>
        <source>What was recorded stays and can be read; this becomes the newer version.</source>
        <translation>Wat er stond blijft te lezen. Dit wordt de nieuwe versie.</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Bewaar de correctie</translation>
    </message>
    <message>
        <source>The citizen may read this</source>
        <translation>Voor de inwoner</translation>
    </message>
    <message>
        <source>Only for colleagues</source>
        <translation>Alleen voor collega’s</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>No product</source>
        <translation>Geen product</translation>
    </message>
    <message>
        <source>Referred to</source>
        <translation>Verwezen naar</translation>
    </message>
    <message>
        <source>Such as UWV or Belastingdienst</source>
        <translation>Bijvoorbeeld UWV of Belastingdienst</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertrouwelijk</translation>
    </message>
    <message>
        <source>Why do you correct it?</source>
        <translation>Waarom corrigeer je dit?</translation>
    </message>
    <message>
        <source>So that a colleague understands it later</source>
        <translation>Zo begrijpt een collega het later</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Typ een paar letters</translation>
    </message>
    <message>
        <source>{who}, {when}: {reason}</source>
        <translation>{who}, {when}: {reason}</translation>
    </message>
    <message>
        <source>Save over it</source>
        <translation>Bewaar eroverheen</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minuut geleden</numerusform>
            <numerusform>%n minuten geleden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>over %n minuut</numerusform>
            <numerusform>over %n minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n jaar</numerusform>
            <numerusform>%n jaar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayHead</name>
    <message>
        <source>Better order</source>
        <translation>Betere volgorde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Today · {day}</source>
        <translation>Vandaag · {day}</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>stand van {time}</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Zoeken …</translation>
    </message>
</context>
<context>
    <name>DayView</name>
    <message>
        <source>Nobody goes out on this day</source>
        <translation>Niemand gaat deze dag op pad</translation>
    </message>
    <message>
        <source>Choose another day.</source>
        <translation>Kies een andere dag.</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>needs a conversation</source>
        <translation>alleen in een gesprek</translation>
    </message>
    <message>
        <source>needs a resident or company</source>
        <translation>kies eerst een inwoner of bedrijf</translation>
    </message>
    <message>
        <source>nothing was refused</source>
        <translation>er is niets geweigerd</translation>
    </message>
    <message>
        <source>open the appointment first</source>
        <translation>open eerst de afspraak</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message numerus="yes">
        <source>%n call(s) ringing</source>
        <translation>
            <numerusform>%n gesprek gaat over</numerusform>
            <numerusform>%n gesprekken gaan over</numerusform>
        </translation>
    </message>
    <message>
        <source>This appointment is in nobody&apos;s name</source>
        <translation>Deze afspraak staat op niemands naam</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>The chosen visit</source>
        <translation>Het gekozen bezoek</translation>
    </message>
    <message>
        <source>Safety note present</source>
        <translation>Veiligheidsbericht aanwezig</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>Nobody is shown</source>
        <translation>Niemand gekozen</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Voorkeuren</translation>
    </message>
    <message>
        <source>What is there already is covered. You can add something new.</source>
        <translation>Wat er al staat, is afgedekt. Je kunt wel iets nieuws toevoegen.</translation>
    </message>
    <message>
        <source>Reach {name}</source>
        <translation>{name} bereiken</translation>
    </message>
    <message>
        <source>Since when cannot be read now.</source>
        <translation>Sinds wanneer is nu niet te lezen.</translation>
    </message>
</context>
<context>
    <name>DetailsSection</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richting</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Role of the municipality</source>
        <translation>Rol van de gemeente</translation>
    </message>
    <message>
        <source>Place it is about</source>
        <translation>Plek waar het over gaat</translation>
    </message>
    <message>
        <source>Street and number, or a spot</source>
        <translation>Straat en nummer, of een plek</translation>
    </message>
    <message>
        <source>Internal note, not for the citizen</source>
        <translation>Interne notitie, niet voor de inwoner</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertrouwelijk</translation>
    </message>
    <message>
        <source>Count only</source>
        <translation>Alleen tellen</translation>
    </message>
    <message>
        <source>Only your cluster and the team lead see it.</source>
        <translation>Alleen je cluster en de teamleider zien het.</translation>
    </message>
    <message>
        <source>Nothing is kept but that somebody asked, and the product.</source>
        <translation>Er blijft niets bewaard, alleen dat iemand het vroeg en het product.</translation>
    </message>
    <message>
        <source>Internal note (not for the citizen)</source>
        <translation>Interne notitie (niet voor de inwoner)</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>vertrouwelijk</translation>
    </message>
    <message>
        <source>count only</source>
        <translation>alleen tellen</translation>
    </message>
    <message>
        <source>More about this contact: {what}</source>
        <translation>Meer over dit contact: {what}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Typ een paar letters</translation>
    </message>
</context>
<context>
    <name>EndRepresentationForm</name>
    <message>
        <source>No longer on behalf of</source>
        <translation>Niet meer namens</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beëindig</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Welke</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>From which day</source>
        <translation>Vanaf welke dag</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Typ een naam</translation>
    </message>
    <message>
        <source>is spoken for</source>
        <translation>namens</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>spreekt</translation>
    </message>
    <message>
        <source>From that day {speaker} no longer speaks for {other}. That they did stays on the card.</source>
        <translation>Vanaf die dag spreekt {speaker} niet meer namens {other}. Op de kaart blijft staan dat het zo was.</translation>
    </message>
</context>
<context>
    <name>ExtrasPart</name>
    <message>
        <source>Contact person</source>
        <translation>Contactpersoon</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tolk</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Toegang</translation>
    </message>
    <message>
        <source>Take along</source>
        <translation>Meenemen</translation>
    </message>
    <message>
        <source>Who lets us in, with a number</source>
        <translation>Wie doet open, met nummer</translation>
    </message>
    <message>
        <source>Which language</source>
        <translation>Welke taal</translation>
    </message>
    <message>
        <source>Such as: round the back, dog, which bell</source>
        <translation>Zoals: achterom, hond, welke bel</translation>
    </message>
    <message>
        <source>With commas between</source>
        <translation>Met komma’s ertussen</translation>
    </message>
    <message>
        <source>Invite somebody else</source>
        <translation>Nodig nog iemand uit</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Meer filters</translation>
    </message>
</context>
<context>
    <name>FormActions</name>
    <message>
        <source>{name} is registered.</source>
        <translation>{name} is geregistreerd.</translation>
    </message>
    <message>
        <source>Kept: {standing}.</source>
        <translation>Vastgelegd: {standing}.</translation>
    </message>
    <message>
        <source>The refusal stands in the contacts.</source>
        <translation>De weigering staat bij de contacten.</translation>
    </message>
    <message>
        <source>Nobody speaks for {name} now, and {name} speaks for nobody.</source>
        <translation>Nu spreekt niemand namens {name}, en {name} spreekt namens niemand.</translation>
    </message>
    <message>
        <source>{speaker} no longer speaks for {other}.</source>
        <translation>{speaker} spreekt niet meer namens {other}.</translation>
    </message>
</context>
<context>
    <name>FormCard</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>Still to come</source>
        <translation>Komt nog</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gisteren</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Vorige week</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message>
        <source>{day} before {time}</source>
        <translation>{day} vóór {time} uur</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
</context>
<context>
    <name>GivingBack</name>
    <message>
        <source>Nothing was refused</source>
        <translation>Er is niets geweigerd</translation>
    </message>
    <message>
        <source>What you finished is on its way.</source>
        <translation>Wat je hebt afgerond, is onderweg.</translation>
    </message>
    <message numerus="yes">
        <source>%n kept contact(s) could not be recorded</source>
        <translation>
            <numerusform>%n bewaard contact kon niet worden vastgelegd</numerusform>
            <numerusform>%n bewaarde contacten konden niet worden vastgelegd</numerusform>
        </translation>
    </message>
    <message>
        <source>It is still on this computer. {key} brings it back, to mend it.</source>
        <translation>Het staat nog op deze computer. Met {key} haal je het terug, om het te herstellen.</translation>
    </message>
    <message>
        <source>What was refused cannot be read by this program</source>
        <translation>Wat geweigerd is, kan dit programma niet lezen</translation>
    </message>
    <message>
        <source>Another version of the program kept it. It stays on this computer; ask the administrator.</source>
        <translation>Een andere versie van het programma heeft het bewaard. Het blijft op deze computer staan; vraag de beheerder.</translation>
    </message>
</context>
<context>
    <name>HandoverForm</name>
    <message>
        <source>Colleague</source>
        <translation>Collega</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Doorverbinden</translation>
    </message>
    <message>
        <source>Ask or connect</source>
        <translation>Overleg of verbind door</translation>
    </message>
    <message>
        <source>Do not hand over</source>
        <translation>Niet doorzetten</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Met wie</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Bereikt</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>Did somebody answer</source>
        <translation>Nam er iemand op</translation>
    </message>
    <message>
        <source>For the colleague</source>
        <translation>Voor de collega</translation>
    </message>
    <message>
        <source>Your note travels along; add something here</source>
        <translation>Je notitie gaat mee; zet hier iets erbij</translation>
    </message>
    <message>
        <source>Not reached: this becomes a call-back request.</source>
        <translation>Niet bereikt: dit wordt een terugbelverzoek.</translation>
    </message>
</context>
<context>
    <name>IdentityLine</name>
    <message>
        <source>Established</source>
        <translation>Vastgesteld</translation>
    </message>
    <message>
        <source>Not established yet</source>
        <translation>Nog niet vastgesteld</translation>
    </message>
    <message>
        <source>read nothing out</source>
        <translation>niets voorlezen</translation>
    </message>
    <message>
        <source>Not enough</source>
        <translation>Niet genoeg vastgesteld</translation>
    </message>
    <message>
        <source>{how}; with this restriction only a document or calling back</source>
        <translation>{how}; bij geheimhouding telt alleen een document of terugbellen</translation>
    </message>
    <message>
        <source>only told by the caller, read nothing out</source>
        <translation>alleen zelf verteld, niets voorlezen</translation>
    </message>
    <message>
        <source>Identity: {state}, {words}</source>
        <translation>Identiteit: {state}, {words}</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>Ready for the next conversation</source>
        <translation>Klaar voor het volgende gesprek</translation>
    </message>
    <message>
        <source>Looking things up needs no conversation: {keys} searches.</source>
        <translation>Opzoeken kan altijd, ook zonder gesprek: {keys} zoekt.</translation>
    </message>
    <message>
        <source>Last recorded</source>
        <translation>Het laatst vastgelegd</translation>
    </message>
    <message>
        <source>Begin a conversation yourself</source>
        <translation>Zelf een gesprek beginnen</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anoniem</translation>
    </message>
    <message>
        <source>Recorded {time}</source>
        <translation>Vastgelegd {time}</translation>
    </message>
    <message>
        <source>{reference} · {owner} · {moment}</source>
        <translation>{reference} · {owner} · {moment}</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Bewaard op deze computer</translation>
    </message>
    <message>
        <source>{who} · goes out when the connection is back</source>
        <translation>{who} · gaat vanzelf mee als er weer verbinding is</translation>
    </message>
    <message>
        <source>Reported with number {reference}</source>
        <translation>Gemeld onder nummer {reference}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>Alle toetsen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>To Contact</source>
        <translation>Naar Contact</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>Search or do something</source>
        <translation>Zoek of doe iets</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle toetsen</translation>
    </message>
    <message>
        <source>Later, or close</source>
        <translation>Later, of sluit</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Grotere tekst</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere tekst</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Licht of donker</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gesprekken</translation>
    </message>
    <message>
        <source>Answer the call</source>
        <translation>Neem het gesprek aan</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nieuw gesprek</translation>
    </message>
    <message>
        <source>Put on hold, or resume</source>
        <translation>Zet in de wacht, of hervat</translation>
    </message>
    <message>
        <source>Consult or transfer</source>
        <translation>Overleg of verbind door</translation>
    </message>
    <message>
        <source>Take back what was refused, to mend it</source>
        <translation>Haal terug wat geweigerd is, om het te herstellen</translation>
    </message>
    <message>
        <source>Throw this conversation away</source>
        <translation>Gooi dit gesprek weg</translation>
    </message>
    <message>
        <source>First conversation</source>
        <translation>Eerste gesprek</translation>
    </message>
    <message>
        <source>Second conversation</source>
        <translation>Tweede gesprek</translation>
    </message>
    <message>
        <source>Third conversation</source>
        <translation>Derde gesprek</translation>
    </message>
    <message>
        <source>Fourth conversation</source>
        <translation>Vierde gesprek</translation>
    </message>
    <message>
        <source>Fifth conversation</source>
        <translation>Vijfde gesprek</translation>
    </message>
    <message>
        <source>Sixth conversation</source>
        <translation>Zesde gesprek</translation>
    </message>
    <message>
        <source>Seventh conversation</source>
        <translation>Zevende gesprek</translation>
    </message>
    <message>
        <source>Eighth conversation</source>
        <translation>Achtste gesprek</translation>
    </message>
    <message>
        <source>Ninth conversation</source>
        <translation>Negende gesprek</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Identity established; pressed again: how</source>
        <translation>Vastgesteld wie het is; nog een keer: hoe</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Namens</translation>
    </message>
    <message>
        <source>Keep this number with this person</source>
        <translation>Bewaar dit nummer bij deze persoon</translation>
    </message>
    <message>
        <source>New person or company</source>
        <translation>Nieuwe inwoner of nieuw bedrijf</translation>
    </message>
    <message>
        <source>Change contact details</source>
        <translation>Wijzig contactgegevens</translation>
    </message>
    <message>
        <source>Show what is covered</source>
        <translation>Toon wat is afgedekt</translation>
    </message>
    <message>
        <source>Disclosure refused</source>
        <translation>Verstrekking geweigerd</translation>
    </message>
    <message>
        <source>All contacts</source>
        <translation>Alle contacten</translation>
    </message>
    <message>
        <source>To the contacts</source>
        <translation>Naar de contacten</translation>
    </message>
    <message>
        <source>Search in the contacts</source>
        <translation>Zoek in de contacten</translation>
    </message>
    <message>
        <source>Opened contact to the note</source>
        <translation>Zet het geopende contact in de notitie</translation>
    </message>
    <message>
        <source>Opened contact belongs to this conversation</source>
        <translation>Het geopende contact hoort bij dit gesprek</translation>
    </message>
    <message>
        <source>Correct the opened contact</source>
        <translation>Corrigeer het geopende contact</translation>
    </message>
    <message>
        <source>Move the opened contact to somebody else</source>
        <translation>Verplaats het geopende contact naar iemand anders</translation>
    </message>
    <message>
        <source>This contact</source>
        <translation>Dit contact</translation>
    </message>
    <message>
        <source>To the note</source>
        <translation>Naar de notitie</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Volgende vraag</translation>
    </message>
    <message>
        <source>First question</source>
        <translation>Eerste vraag</translation>
    </message>
    <message>
        <source>Second question</source>
        <translation>Tweede vraag</translation>
    </message>
    <message>
        <source>Third question</source>
        <translation>Derde vraag</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Bel terug</translation>
    </message>
    <message>
        <source>Plan an appointment</source>
        <translation>Afspraak plannen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Conversations 1 to 9</source>
        <translation>Gesprek 1 tot en met 9</translation>
    </message>
    <message>
        <source>Questions 1 to 3</source>
        <translation>Vraag 1 tot en met 3</translation>
    </message>
    <message>
        <source>No longer on behalf of</source>
        <translation>Niet meer namens</translation>
    </message>
    <message>
        <source>Report an outage</source>
        <translation>Storing melden</translation>
    </message>
    <message>
        <source>Another time for the opened appointment</source>
        <translation>Geopende afspraak verzetten</translation>
    </message>
    <message>
        <source>Call the opened appointment off</source>
        <translation>Geopende afspraak afzeggen</translation>
    </message>
    <message>
        <source>Confirmation of the opened appointment</source>
        <translation>Bevestiging van de geopende afspraak</translation>
    </message>
    <message>
        <source>To On location</source>
        <translation>Naar Op locatie</translation>
    </message>
    <message>
        <source>Plan a visit on location</source>
        <translation>Bezoek op locatie plannen</translation>
    </message>
    <message>
        <source>On location</source>
        <translation>Op locatie</translation>
    </message>
    <message>
        <source>To the visits that are not planned yet</source>
        <translation>Naar de bezoeken die nog niet gepland zijn</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>Naar de dag</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>De dag ervoor</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>De dag erna</translation>
    </message>
    <message>
        <source>Where could it go?</source>
        <translation>Waar past het?</translation>
    </message>
    <message>
        <source>Take it out of the day</source>
        <translation>Uit de dag halen</translation>
    </message>
    <message>
        <source>Look for a better order of this day</source>
        <translation>Een betere volgorde voor deze dag zoeken</translation>
    </message>
    <message>
        <source>One step on: sent out, on the way, on location</source>
        <translation>Een stap verder: doorgegeven, onderweg, op locatie</translation>
    </message>
    <message>
        <source>How did it go?</source>
        <translation>Hoe ging het?</translation>
    </message>
    <message>
        <source>Plan another visit after it</source>
        <translation>Vervolgbezoek maken</translation>
    </message>
    <message>
        <source>Navigate there</source>
        <translation>Route naar het adres</translation>
    </message>
    <message>
        <source>Day sheet (PDF)</source>
        <translation>Dagstaat (PDF)</translation>
    </message>
    <message>
        <source>Day as a calendar file</source>
        <translation>Dag als agendabestand</translation>
    </message>
    <message>
        <source>What you are doing: available, break …</source>
        <translation>Wat je doet: beschikbaar, pauze …</translation>
    </message>
    <message>
        <source>To Settings</source>
        <translation>Naar Beheer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>New entry in this list</source>
        <translation>Nieuw in deze lijst</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>Zoek in deze lijst</translation>
    </message>
    <message>
        <source>Bring in a file</source>
        <translation>Bestand inlezen</translation>
    </message>
    <message>
        <source>Take this entry away</source>
        <translation>Deze regel weghalen</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>Volgende lijst</translation>
    </message>
    <message>
        <source>List before</source>
        <translation>Vorige lijst</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>To Work</source>
        <translation>Naar Werk</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Next item that fits me</source>
        <translation>Volgende die bij mij past</translation>
    </message>
    <message>
        <source>Take the item</source>
        <translation>Neem de regel</translation>
    </message>
    <message>
        <source>Call about the item</source>
        <translation>Bel hierover</translation>
    </message>
    <message>
        <source>Plan an appointment for the item</source>
        <translation>Plan hiervoor een afspraak</translation>
    </message>
    <message>
        <source>Hand the item over</source>
        <translation>Draag over</translation>
    </message>
    <message>
        <source>Not reached: try again later</source>
        <translation>Niet bereikt: later opnieuw</translation>
    </message>
    <message>
        <source>Close the item</source>
        <translation>Sluit af</translation>
    </message>
    <message>
        <source>Give the item back</source>
        <translation>Geef terug</translation>
    </message>
    <message>
        <source>To the queues</source>
        <translation>Naar de wachtrijen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>Show what fits me</source>
        <translation>Toon wat bij mij past</translation>
    </message>
    <message>
        <source>Show what is free</source>
        <translation>Toon wat vrij is</translation>
    </message>
    <message>
        <source>Show what is past its norm</source>
        <translation>Toon wat over de norm is</translation>
    </message>
    <message>
        <source>Show who was not reached</source>
        <translation>Toon wie niet bereikt is</translation>
    </message>
    <message>
        <source>Show all … who was not reached</source>
        <translation>Toon alles … niet bereikt</translation>
    </message>
    <message>
        <source>Nobody picks up: try again later</source>
        <translation>Niemand neemt op: later opnieuw</translation>
    </message>
    <message>
        <source>One more than there is room for</source>
        <translation>Overboeken: één extra afspraak</translation>
    </message>
    <message>
        <source>Block time</source>
        <translation>Tijd blokkeren</translation>
    </message>
    <message>
        <source>Call the chosen appointment off</source>
        <translation>Gekozen afspraak afzeggen</translation>
    </message>
    <message>
        <source>Move the chosen appointment</source>
        <translation>Gekozen afspraak verplaatsen</translation>
    </message>
    <message>
        <source>Later on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
    <message>
        <source>To today</source>
        <translation>Naar vandaag</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Een week</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Eén dag</translation>
    </message>
    <message>
        <source>To the first free times</source>
        <translation>Naar de eerste vrije tijden</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>To the agenda</source>
        <translation>Naar de agenda</translation>
    </message>
    <message>
        <source>To the counter</source>
        <translation>Naar de balie</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>Call the next, help, finish: what comes now</source>
        <translation>Oproepen, helpen, afronden: wat nu komt</translation>
    </message>
    <message>
        <source>Call the next one</source>
        <translation>Volgende oproepen</translation>
    </message>
    <message>
        <source>Help, identity document seen</source>
        <translation>Helpen, legitimatie gezien</translation>
    </message>
    <message>
        <source>Help without a document</source>
        <translation>Helpen zonder legitimatie</translation>
    </message>
    <message>
        <source>Call the chosen one</source>
        <translation>Deze oproepen</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Opnieuw oproepen</translation>
    </message>
    <message>
        <source>Back in the row</source>
        <translation>Terug in de rij</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Niet gekomen</translation>
    </message>
    <message>
        <source>Went away without help</source>
        <translation>Weggegaan zonder hulp</translation>
    </message>
    <message>
        <source>On hold, or go on with the chosen one</source>
        <translation>In de wacht, of verder met deze</translation>
    </message>
    <message>
        <source>Send on to a colleague</source>
        <translation>Doorsturen naar een collega</translation>
    </message>
    <message>
        <source>Check somebody in</source>
        <translation>Iemand aanmelden</translation>
    </message>
    <message>
        <source>Ticket without an appointment</source>
        <translation>Volgnummer zonder afspraak</translation>
    </message>
    <message>
        <source>To who waits</source>
        <translation>Naar wie wacht</translation>
    </message>
    <message>
        <source>The host knows of the visitor</source>
        <translation>Bezoeker gemeld bij de collega</translation>
    </message>
    <message>
        <source>The visitor was collected</source>
        <translation>Bezoeker is opgehaald</translation>
    </message>
    <message>
        <source>My counter: choose, pause, close</source>
        <translation>Mijn balie: kiezen, even dicht, sluiten</translation>
    </message>
    <message>
        <source>Another location</source>
        <translation>Andere locatie</translation>
    </message>
    <message>
        <source>Print the ticket</source>
        <translation>Volgnummer afdrukken</translation>
    </message>
    <message>
        <source>Screen for the waiting room</source>
        <translation>Scherm voor de wachtkamer</translation>
    </message>
    <message>
        <source>To the place it is about</source>
        <translation>Naar de plek waar het over gaat</translation>
    </message>
    <message>
        <source>Reported already: join, or not after all</source>
        <translation>Al gemeld: sluit aan, of toch niet</translation>
    </message>
    <message>
        <source>A report about the street: in progress, solved</source>
        <translation>Een melding over de straat: in behandeling, opgelost</translation>
    </message>
    <message>
        <source>Plan a visit for the item</source>
        <translation>Plan hiervoor een bezoek</translation>
    </message>
    <message>
        <source>Read the safety note</source>
        <translation>Veiligheidsbericht lezen</translation>
    </message>
    <message>
        <source>Somebody died: keep it, then call off</source>
        <translation>Overlijden noteren, daarna afspraken afzeggen</translation>
    </message>
    <message>
        <source>They came after all: the opened appointment</source>
        <translation>Toch gekomen: de geopende afspraak</translation>
    </message>
    <message>
        <source>What fits here?</source>
        <translation>Wat past hier?</translation>
    </message>
    <message>
        <source>Online: offered, accepted, sent</source>
        <translation>Online: aangeboden, wil wel, verstuurd</translation>
    </message>
    <message>
        <source>Hand over to the neighbourhood team</source>
        <translation>Draag over aan het wijkteam</translation>
    </message>
    <message>
        <source>Try the connection</source>
        <translation>Probeer de verbinding</translation>
    </message>
    <message>
        <source>New work</source>
        <translation>Nieuw werk</translation>
    </message>
    <message>
        <source>Write a safety note</source>
        <translation>Schrijf een veiligheidsbericht</translation>
    </message>
    <message>
        <source>End a safety note</source>
        <translation>Beëindig een veiligheidsbericht</translation>
    </message>
    <message>
        <source>Maybe booked: say whether it is</source>
        <translation>Misschien geboekt: zeg of het er staat</translation>
    </message>
    <message>
            <source>We call them: make it a task</source>
            <translation>Wij bellen zelf: maak er een taak van</translation>
        </message>
    <message>
            <source>What the day came to</source>
            <translation>Cijfers van de dag</translation>
        </message>
</context>
<context>
    <name>Kit</name>
    <message>
        <source>key {keys}</source>
        <translation>toets {keys}</translation>
    </message>
    <message>
        <source>filter {text}</source>
        <translation>filter {text}</translation>
    </message>
    <message>
        <source>Close; what you typed stays until you save</source>
        <translation>Sluit; wat je typte blijft staan tot je bewaart</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>The day of each visitor</source>
        <translation>De dag van elke bezoeker</translation>
    </message>
</context>
<context>
    <name>LocationPanel</name>
    <message>
        <source>choose a visit first</source>
        <translation>kies eerst een bezoek</translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>Show all, {count} characters more</source>
        <translation>Toon alles, nog {count} tekens</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>Move this contact</source>
        <translation>Dit contact verplaatsen</translation>
    </message>
    <message>
        <source>It leaves this timeline, with its tasks, and stands on the right one from then on.</source>
        <translation>Het gaat hier weg, met zijn taken, en staat voortaan bij de juiste persoon.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaats</translation>
    </message>
    <message>
        <source>Choose whose contact it is, or nobody.</source>
        <translation>Kies van wie dit contact is, of kies niemand.</translation>
    </message>
    <message>
        <source>Whose contact is it?</source>
        <translation>Van wie is dit contact?</translation>
    </message>
    <message>
        <source>Name, birth date, postcode, phone</source>
        <translation>Naam, geboortedatum, postcode, telefoon</translation>
    </message>
    <message>
        <source>Why do you move it?</source>
        <translation>Waarom verplaats je dit?</translation>
    </message>
    <message>
        <source>So that a colleague understands it later</source>
        <translation>Zo begrijpt een collega het later</translation>
    </message>
    <message>
        <source>There are more. Type on.</source>
        <translation>Er zijn er meer. Typ verder.</translation>
    </message>
    <message>
        <source>Nobody found. Type another name or number.</source>
        <translation>Niemand gevonden. Typ een andere naam of een ander nummer.</translation>
    </message>
    <message>
        <source>Nobody: an anonymous contact</source>
        <translation>Niemand: een anoniem contact</translation>
    </message>
    <message>
        <source>It is counted and stands on no timeline</source>
        <translation>Het telt mee en staat bij niemand</translation>
    </message>
    <message>
        <source>Make it anonymous</source>
        <translation>Maak anoniem</translation>
    </message>
    <message>
        <source>Move to {name}</source>
        <translation>Verplaats naar {name}</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gevonden</numerusform>
            <numerusform>%n gevonden</numerusform>
        </translation>
    </message>
    <message>
        <source>more than {count} found</source>
        <translation>meer dan {count} gevonden</translation>
    </message>
</context>
<context>
    <name>Nobody</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Keep this number</source>
        <translation>Koppel dit nummer</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nieuwe inwoner</translation>
    </message>
    <message>
        <source>Search with {key} for a person or company. Looking up needs no conversation.</source>
        <translation>Zoek met {key} een inwoner of bedrijf. Daar is geen gesprek voor nodig.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nog niemand</translation>
    </message>
    <message>
        <source>Find the person first, then {key} keeps this number there.</source>
        <translation>Zoek eerst de inwoner. Daarna koppelt {key} dit nummer.</translation>
    </message>
    <message>
        <source>Not known who this is. Type a name; the number stays here.</source>
        <translation>Nog niet bekend wie dit is. Typ een naam; het nummer blijft hier staan.</translation>
    </message>
    <message>
        <source>This cannot be read as a phone number. Ask for the name, or help without a name.</source>
        <translation>Dit is niet als telefoonnummer te lezen. Vraag de naam, of help zonder naam.</translation>
    </message>
    <message>
        <source>No number came along. Ask for the name, or help without a name.</source>
        <translation>Er kwam geen nummer mee. Vraag de naam, of help zonder naam.</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Onbekende beller</translation>
    </message>
</context>
<context>
    <name>NoteSection</name>
    <message>
        <source>Note, becomes the summary</source>
        <translation>Notitie, wordt de samenvatting</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Waar gaat het over?</translation>
    </message>
    <message>
        <source>Note (becomes the summary)</source>
        <translation>Notitie (wordt de samenvatting)</translation>
    </message>
    <message numerus="yes">
        <source>The note is too long by %n character(s). Nothing of it is gone.</source>
        <translation>
            <numerusform>De notitie is %n teken te lang. Er is niets weg.</numerusform>
            <numerusform>De notitie is %n tekens te lang. Er is niets weg.</numerusform>
        </translation>
    </message>
    <message>
            <source>Keep it short: {length} of {limit} characters</source>
            <translation>Houd het kort: {length} van {limit} tekens</translation>
        </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Notices</source>
        <translation>Storingen</translation>
    </message>
    <message>
        <source>show one</source>
        <translation>toon er één</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>Noticing</name>
    <message>
        <source>is for a team lead or an editor</source>
        <translation>kan een teamleider of redacteur</translation>
    </message>
    <message>
        <source>You cannot report an outage</source>
        <translation>Je kunt geen storing melden</translation>
    </message>
    <message>
        <source>A team lead or an editor can. Tell them what does not work.</source>
        <translation>Een teamleider of redacteur kan dat. Vertel hun wat er niet werkt.</translation>
    </message>
</context>
<context>
    <name>NumberKeeping</name>
    <message>
        <source>What came along cannot be read as a phone number, there is nothing to keep.</source>
        <translation>Wat meekwam is niet als telefoonnummer te lezen. Er is niets te bewaren.</translation>
    </message>
    <message>
        <source>No number came along, there is nothing to keep.</source>
        <translation>Er kwam geen nummer mee. Er is niets te koppelen.</translation>
    </message>
    <message>
        <source>This number stands with {name} already.</source>
        <translation>Dit nummer staat al bij {name}.</translation>
    </message>
    <message>
        <source>{number} is kept with {name}.</source>
        <translation>{number} is gekoppeld aan {name}.</translation>
    </message>
    <message>
        <source>The number is taken off again.</source>
        <translation>Het nummer is weer losgekoppeld.</translation>
    </message>
</context>
<context>
    <name>OldNotice</name>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>{what}. What you see may be old.</source>
        <translation>{what}. Wat je ziet, kan oud zijn.</translation>
    </message>
</context>
<context>
    <name>OpenedCard</name>
    <message>
        <source>Again</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Belongs to this conversation</source>
        <translation>Hoort bij dit gesprek</translation>
    </message>
    <message>
        <source>Before that it said</source>
        <translation>Eerst stond er</translation>
    </message>
    <message>
        <source>Copy to the note</source>
        <translation>Naar notitie</translation>
    </message>
    <message>
        <source>With this conversation</source>
        <translation>Bij dit gesprek</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corrigeer</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaats</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Verzetten</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Afzeggen</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bevestiging</translation>
    </message>
    <message>
        <source>Came after all</source>
        <translation>Toch gekomen</translation>
    </message>
    <message>
        <source>Is it booked?</source>
        <translation>Is het geboekt?</translation>
    </message>
</context>
<context>
    <name>OutcomeForm</name>
    <message>
        <source>How did it go?</source>
        <translation>Hoe ging het?</translation>
    </message>
    <message>
        <source>Keep the report</source>
        <translation>Verslag bewaren</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>What was done, what was agreed</source>
        <translation>Wat is gedaan, wat is afgesproken</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Identity document seen</source>
        <translation>Legitimatie gezien</translation>
    </message>
    <message>
        <source>Plan another visit</source>
        <translation>Vervolgbezoek maken</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Handtekening</translation>
    </message>
    <message>
        <source>Signed on paper</source>
        <translation>Getekend op papier</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Getekend door</translation>
    </message>
    <message>
        <source>{name} (on paper)</source>
        <translation>{name} (op papier)</translation>
    </message>
</context>
<context>
    <name>OutcomeSection</name>
    <message>
        <source>Outcome</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Authority it was referred to</source>
        <translation>Instantie waarnaar je verwijst</translation>
    </message>
    <message>
        <source>Province, water board, police …</source>
        <translation>Provincie, waterschap, politie …</translation>
    </message>
    <message>
        <source>Referred to</source>
        <translation>Verwezen naar</translation>
    </message>
    <message>
        <source>Choose an outcome</source>
        <translation>Kies een resultaat</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Typ een paar letters</translation>
    </message>
    <message>
        <source>Other outcomes ({keys})</source>
        <translation>Andere resultaten ({keys})</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n found in {ms} ms</source>
        <translation>
            <numerusform>%n gevonden in {ms} ms</numerusform>
            <numerusform>%n gevonden in {ms} ms</numerusform>
        </translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>zoekt …</translation>
    </message>
</context>
<context>
    <name>PaletteCard</name>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Search people, organisations, products, cases and actions</source>
        <translation>Zoek inwoners, bedrijven, producten, zaken en opdrachten</translation>
    </message>
    <message>
        <source>Search person, company, case, product or action</source>
        <translation>Zoek inwoner, bedrijf, zaak, product of opdracht</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Nothing found for ‘{text}’</source>
        <translation>Niets gevonden voor ‘{text}’</translation>
    </message>
    <message>
        <source>Try a birth date, postcode with house number, BSN, KVK number, phone number, e-mail address or reference.</source>
        <translation>Probeer een geboortedatum, postcode met huisnummer, BSN, KVK-nummer, telefoonnummer, mailadres of kenmerk.</translation>
    </message>
    <message>
        <source>No connection: people and cases cannot be found now</source>
        <translation>Geen verbinding: inwoners en zaken zijn nu niet te vinden</translation>
    </message>
    <message>
        <source>Type on or try again in a moment. Actions and products are still here.</source>
        <translation>Typ verder of probeer het straks weer. Opdrachten en producten zijn er nog.</translation>
    </message>
    <message>
        <source>Searching failed</source>
        <translation>Zoeken is mislukt</translation>
    </message>
    <message>
        <source>Change a letter to try again.</source>
        <translation>Verander een letter om het opnieuw te proberen.</translation>
    </message>
</context>
<context>
    <name>PaletteFoot</name>
    <message>
        <source>choose</source>
        <translation>kies</translation>
    </message>
    <message>
        <source>put in this conversation</source>
        <translation>zet bij dit gesprek</translation>
    </message>
    <message>
        <source>only look</source>
        <translation>alleen bekijken</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>doe het</translation>
    </message>
    <message>
        <source>choose it</source>
        <translation>kies dit</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>Actions</source>
        <translation>Opdrachten</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>People and organisations</source>
        <translation>Inwoners en bedrijven</translation>
    </message>
    <message>
        <source>Looked at just now</source>
        <translation>Net bekeken</translation>
    </message>
    <message>
        <source>Cases and tasks</source>
        <translation>Zaken en taken</translation>
    </message>
    <message>
        <source>searched for ‘{text}’</source>
        <translation>gezocht op ‘{text}’</translation>
    </message>
    <message>
        <source>more than 200: type on</source>
        <translation>meer dan 200: typ verder</translation>
    </message>
    <message>
        <source>the first {count}: type on</source>
        <translation>de eerste {count}: typ verder</translation>
    </message>
    <message>
        <source>chosen already</source>
        <translation>al gekozen</translation>
    </message>
    <message>
        <source>online too</source>
        <translation>ook online</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>overleden</translation>
    </message>
    <message>
        <source>through {name}</source>
        <translation>via {name}</translation>
    </message>
    <message>
        <source>KVK {number}</source>
        <translation>KVK {number}</translation>
    </message>
    <message>
        <source>Disclosure restricted</source>
        <translation>Geheimhouding</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Visits on location</source>
        <translation>Bezoeken op locatie</translation>
    </message>
</context>
<context>
    <name>Parties</name>
    <message>
        <source>deceased</source>
        <translation>overleden</translation>
    </message>
    <message>
        <source>disclosure restricted</source>
        <translation>geheimhouding</translation>
    </message>
    <message>
        <source>today at the latest</source>
        <translation>uiterlijk vandaag</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>op tijd</translation>
    </message>
    <message>
        <source>too late, promised {moment}</source>
        <translation>te laat, beloofd {moment}</translation>
    </message>
    <message>
        <source>before {time} · {left} left</source>
        <translation>vóór {time} · nog {left}</translation>
    </message>
    <message>
        <source>{day}, before {time}</source>
        <translation>{day} vóór {time}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02}</source>
        <translation>{hours} u {minutes:02}</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>afgedekt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>BSN</source>
        <translation>BSN</translation>
    </message>
    <message>
        <source>Trade names</source>
        <translation>Ook bekend als</translation>
    </message>
    <message>
        <source>KVK number</source>
        <translation>KVK-nummer</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Vestiging</translation>
    </message>
    <message>
        <source>RSIN</source>
        <translation>RSIN</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>Rechtsvorm</translation>
    </message>
    <message>
        <source>Post to</source>
        <translation>Post naar</translation>
    </message>
    <message>
        <source>reached at</source>
        <translation>bereik</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>Prefers</source>
        <translation>Voorkeur</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>agreed {day}</source>
        <translation>akkoord {day}</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Hulp</translation>
    </message>
    <message>
        <source>needs help to arrange things online</source>
        <translation>hulp nodig om iets online te regelen</translation>
    </message>
    <message>
        <source>Disclosure restricted</source>
        <translation>Geheimhouding</translation>
    </message>
    <message>
        <source>No data to third parties; identity only by document or by calling back on a known number.</source>
        <translation>Geen gegevens aan derden; identiteit alleen met document of terugbellen op bekend nummer.</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Overleden</translation>
    </message>
    <message>
        <source>Deceased {day}</source>
        <translation>Overleden op {day}</translation>
    </message>
    <message>
        <source>Whoever speaks is somebody else. Choose: about this person.</source>
        <translation>Wie je spreekt is iemand anders. Kies: over deze persoon.</translation>
    </message>
    <message>
        <source>Under curatorship</source>
        <translation>Onder curatele</translation>
    </message>
    <message>
        <source>The curator decides. Arrange matters with the curator.</source>
        <translation>De curator beslist. Regel het met de curator.</translation>
    </message>
    <message>
        <source>Under investigation</source>
        <translation>In onderzoek</translation>
    </message>
    <message>
        <source>The municipality is checking these data. Do not rely on them.</source>
        <translation>De gemeente kijkt deze gegevens na. Ga er niet zomaar van uit.</translation>
    </message>
    <message>
        <source>No longer active</source>
        <translation>Niet meer actief</translation>
    </message>
    <message>
        <source>The trade register says that this company has ended.</source>
        <translation>Volgens het handelsregister is dit bedrijf gestopt.</translation>
    </message>
    <message>
        <source>Housemate with restriction</source>
        <translation>Huisgenoot met geheimhouding</translation>
    </message>
    <message>
        <source>Somebody at this address has a disclosure restriction. Do not tell where they live.</source>
        <translation>Op dit adres woont iemand met geheimhouding. Zeg niet waar deze mensen wonen.</translation>
    </message>
    <message>
        <source>Family with restriction</source>
        <translation>Gezin met geheimhouding</translation>
    </message>
    <message>
        <source>A member of this family has a disclosure restriction. Do not tell how to reach them.</source>
        <translation>Iemand in dit gezin heeft geheimhouding. Zeg niet hoe deze mensen te bereiken zijn.</translation>
    </message>
    <message>
        <source>Questions answered</source>
        <translation>Vragen beantwoord</translation>
    </message>
    <message>
        <source>Called back on a known number</source>
        <translation>Teruggebeld op bekend nummer</translation>
    </message>
    <message>
        <source>Identity document seen</source>
        <translation>Legitimatie gezien</translation>
    </message>
    <message>
        <source>DigiD</source>
        <translation>DigiD</translation>
    </message>
    <message>
        <source>eHerkenning</source>
        <translation>eHerkenning</translation>
    </message>
    <message>
        <source>Told by the caller</source>
        <translation>Zelf verteld</translation>
    </message>
    <message>
        <source>Not established</source>
        <translation>Niet vastgesteld</translation>
    </message>
    <message>
        <source>date of birth and address</source>
        <translation>geboortedatum en adres</translation>
    </message>
    <message>
        <source>called back on a known number</source>
        <translation>teruggebeld op bekend nummer</translation>
    </message>
    <message>
        <source>identity document seen</source>
        <translation>legitimatie gezien</translation>
    </message>
    <message>
        <source>told by the caller</source>
        <translation>zelf verteld</translation>
    </message>
    <message>
        <source>parental authority</source>
        <translation>ouderlijk gezag</translation>
    </message>
    <message>
        <source>guardianship</source>
        <translation>voogdij</translation>
    </message>
    <message>
        <source>curatorship</source>
        <translation>curator</translation>
    </message>
    <message>
        <source>written authorisation</source>
        <translation>schriftelijke machtiging</translation>
    </message>
    <message>
        <source>DigiD Machtigen</source>
        <translation>DigiD Machtigen</translation>
    </message>
    <message>
        <source>director</source>
        <translation>bestuurder</translation>
    </message>
    <message>
        <source>contact person</source>
        <translation>contactpersoon</translation>
    </message>
    <message>
        <source>helps with the municipality</source>
        <translation>helpt met de gemeente</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>partner</translation>
    </message>
    <message>
        <source>child</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>ouder</translation>
    </message>
    <message>
        <source>housemate</source>
        <translation>huisgenoot</translation>
    </message>
    <message>
        <source>Moved abroad</source>
        <translation>Vertrokken naar het buitenland</translation>
    </message>
    <message>
        <source>The register is no longer kept up to date since then. Ask for the address.</source>
        <translation>Sindsdien wordt de BRP niet bijgehouden. Vraag naar het adres.</translation>
    </message>
    <message>
        <source>No resident</source>
        <translation>Geen ingezetene</translation>
    </message>
    <message>
        <source>Registered as non-resident. The register is not kept up to date here.</source>
        <translation>Staat in de RNI. De gegevens worden hier niet bijgehouden.</translation>
    </message>
    <message>
        <source>Registered by mistake</source>
        <translation>Ten onrechte ingeschreven</translation>
    </message>
    <message>
        <source>The register says that this entry is an error. Use it for nothing.</source>
        <translation>Volgens de BRP is deze inschrijving een fout. Gebruik hem niet.</translation>
    </message>
    <message>
        <source>No longer kept up to date</source>
        <translation>Niet meer bijgehouden</translation>
    </message>
    <message>
        <source>The register stopped keeping this person up to date. Check what you read.</source>
        <translation>De BRP houdt deze persoon niet meer bij. Controleer wat je leest.</translation>
    </message>
    <message>
        <source>Check who this is</source>
        <translation>Controleren wie dit is</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>Adres controleren</translation>
    </message>
    <message>
        <source>Call back or send something</source>
        <translation>Terugbellen of iets sturen</translation>
    </message>
    <message>
        <source>Handle a question or case</source>
        <translation>Een vraag of zaak behandelen</translation>
    </message>
    <message>
        <source>Report an error in the register</source>
        <translation>Een fout in de BRP melden</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>bevestiging</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>herinnering</translation>
    </message>
    <message>
        <source>how far we are</source>
        <translation>hoe ver we zijn</translation>
    </message>
    <message>
        <source>something expires</source>
        <translation>iets verloopt</translation>
    </message>
    <message>
        <source>survey</source>
        <translation>onderzoek</translation>
    </message>
    <message>
        <source>contact centre</source>
        <translation>KCC</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgaars</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Perzisch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Roemeens</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somalisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spaans</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>Tigrinya</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turks</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Oekraïens</translation>
    </message>
    <message>
        <source>expired {day}</source>
        <translation>verlopen {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>vanaf {day}</translation>
    </message>
    <message>
        <source>as resident</source>
        <translation>als inwoner</translation>
    </message>
    <message>
        <source>about {name}</source>
        <translation>over {name}</translation>
    </message>
    <message>
        <source>on behalf of {name}</source>
        <translation>namens {name}</translation>
    </message>
    <message>
        <source>this person died</source>
        <translation>deze persoon is overleden</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>t/m {day}</translation>
    </message>
    <message>
        <source>authorisation not seen</source>
        <translation>machtiging niet gezien</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>tot {day}</translation>
    </message>
    <message>
        <source>{kind}: agreed {day}</source>
        <translation>{kind}: mag sinds {day}</translation>
    </message>
    <message>
        <source>{kind}: taken back {day}</source>
        <translation>{kind}: ingetrokken {day}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
    <message>
        <source>not planned yet</source>
        <translation>nog niet gepland</translation>
    </message>
    <message>
        <source>on location</source>
        <translation>op locatie</translation>
    </message>
</context>
<context>
    <name>PartyChoice</name>
    <message>
        <source>Type a name, birth date or KVK number</source>
        <translation>Typ naam, geboortedatum of KVK-nummer</translation>
    </message>
    <message>
        <source>Type at least two letters.</source>
        <translation>Typ ten minste twee letters.</translation>
    </message>
</context>
<context>
    <name>PlacePart</name>
    <message>
        <source>Elsewhere</source>
        <translation>Ergens anders</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straat</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Look from here</source>
        <translation>Zoek vanaf hier</translation>
    </message>
    <message>
        <source>The address is covered. Show it first ({keys}), or type where to go.</source>
        <translation>Het adres is afgedekt. Toon het eerst ({keys}), of typ waar het bezoek is.</translation>
    </message>
    <message>
        <source>No address is known. Where is the visit?</source>
        <translation>Er is geen adres bekend. Waar is het bezoek?</translation>
    </message>
    <message>
        <source>This address is not on the map. Which postcode is near it?</source>
        <translation>Dit adres staat niet op de kaart. Welke postcode is in de buurt?</translation>
    </message>
    <message>
        <source>Type a postcode, such as 8302 AB</source>
        <translation>Typ een postcode, zoals 8302 AB</translation>
    </message>
</context>
<context>
    <name>PlannedWords</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuut</numerusform>
            <numerusform>%n minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Child of %n year(s)</source>
        <translation>
            <numerusform>Kind van %n jaar</numerusform>
            <numerusform>Kind van %n jaar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody of %n year(s)</source>
        <translation>
            <numerusform>Iemand van %n jaar</numerusform>
            <numerusform>Iemand van %n jaar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} (%n year(s))</source>
        <translation>
            <numerusform>{name} (%n jaar)</numerusform>
            <numerusform>{name} (%n jaar)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Play</name>
    <message>
        <source>The telephone rings: three people may be calling.</source>
        <translation>De telefoon gaat: drie mensen kunnen het zijn.</translation>
    </message>
    <message>
        <source>Answered with two keys: {name}, with everything that went before.</source>
        <translation>Opgenomen met twee toetsen: {name}, met alles van eerder erbij.</translation>
    </message>
    <message>
        <source>Identity established, note typed; the product was read from it: {product}.</source>
        <translation>Vastgesteld wie het is, notitie getypt; het product kwam uit de notitie: {product}.</translation>
    </message>
    <message>
        <source>A call-back request is filled in; the promise can be read out.</source>
        <translation>Een terugbelverzoek is ingevuld; de belofte is voor te lezen.</translation>
    </message>
    <message>
        <source>Recorded with one key; ready for the next.</source>
        <translation>Vastgelegd met één toets; klaar voor het volgende gesprek.</translation>
    </message>
    <message>
        <source>A colleague who looks {name} up finds the contact on top.</source>
        <translation>Een collega die {name} opzoekt, vindt dit contact bovenaan.</translation>
    </message>
</context>
<context>
    <name>PreferenceFields</name>
    <message>
        <source>Preferred channel</source>
        <translation>Liefst via</translation>
    </message>
    <message>
        <source>no preference</source>
        <translation>geen voorkeur</translation>
    </message>
    <message>
        <source>after 16:00</source>
        <translation>na 16:00</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>needs help to arrange things online</source>
        <translation>hulp nodig om iets online te regelen</translation>
    </message>
    <message>
        <source>agrees that we note this</source>
        <translation>vindt goed dat we dit noteren</translation>
    </message>
    <message>
        <source>Digital help</source>
        <translation>Digitale hulp</translation>
    </message>
    <message>
        <source>Wants to be called</source>
        <translation>Wil zo heten</translation>
    </message>
    <message>
        <source>Best moment</source>
        <translation>Beste moment</translation>
    </message>
    <message>
        <source>Type a channel</source>
        <translation>Typ een kanaal</translation>
    </message>
    <message>
        <source>Type a language</source>
        <translation>Typ een taal</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>In conversation</source>
        <translation>In gesprek</translation>
    </message>
    <message>
        <source>Wrapping up</source>
        <translation>Nawerk</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Beschikbaar</translation>
    </message>
    <message>
        <source>In consultation</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Afwezig</translation>
    </message>
</context>
<context>
    <name>ProductSection</name>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Waar gaat het over?</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>from your note</source>
        <translation>uit je notitie</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>Kies een product</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Typ een paar letters</translation>
    </message>
    <message>
        <source>No product has these words.</source>
        <translation>Geen product met deze woorden.</translation>
    </message>
    <message>
        <source>No product</source>
        <translation>Geen product</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>Read out</source>
        <translation>Lees voor</translation>
    </message>
    <message>
        <source>Promise to read out</source>
        <translation>Belofte om voor te lezen</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>een collega</translation>
    </message>
    <message>
        <source>{who} will call you back, {moment} at the latest.</source>
        <translation>{who} belt u uiterlijk {moment} terug.</translation>
    </message>
    <message>
        <source>{who} will take this up, {moment} at the latest.</source>
        <translation>{who} pakt dit uiterlijk {moment} op.</translation>
    </message>
    <message>
        <source>We expect you on {day} at {time}, {place}. Your code is {code}.</source>
        <translation>U wordt verwacht op {day} om {time}: {place}. Uw code is {code}.</translation>
    </message>
    <message>
        <source>Safety note present</source>
        <translation>Veiligheidsbericht aanwezig</translation>
    </message>
    <message>
        <source>{who} comes to you on {day}, between {begin} and {end}. Your code is {code}.</source>
        <translation>{who} komt bij u langs op {day}, tussen {begin} en {end} uur. Uw code is {code}.</translation>
    </message>
    <message>
        <source>{who} has your question. I have reminded them of it just now.</source>
        <translation>Uw vraag ligt bij {who}. Ik heb net een herinnering gestuurd.</translation>
    </message>
    <message>
        <source>{who} will call you back, {moment} at the latest. I have reminded them of it.</source>
        <translation>{who} belt u uiterlijk {moment} terug. Ik heb een herinnering gestuurd.</translation>
    </message>
    <message>
        <source>{who} will take this up, {moment} at the latest. I have reminded them of it.</source>
        <translation>{who} pakt dit uiterlijk {moment} op. Ik heb een herinnering gestuurd.</translation>
    </message>
    <message>
        <source>This was reported already, with number {reference}.</source>
        <translation>Dit is al gemeld, onder nummer {reference}.</translation>
    </message>
    <message>
        <source>This was reported already, with number {reference}. You hear from us when it is solved.</source>
        <translation>Dit is al gemeld, onder nummer {reference}. U hoort van ons als het is opgelost.</translation>
    </message>
    <message>
            <source>We will call you, {moment} at the latest.</source>
            <translation>Wij bellen u, uiterlijk {moment}.</translation>
        </message>
    <message>
            <source>We will take this up, {moment} at the latest.</source>
            <translation>Wij pakken dit op, uiterlijk {moment}.</translation>
        </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>On location</source>
        <translation>Op locatie</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panelen</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message numerus="yes">
        <source>{door}, %n waiting</source>
        <translation>
            <numerusform>{door}, %n wacht</numerusform>
            <numerusform>{door}, %n wachten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusalForm</name>
    <message>
        <source>Record the refusal</source>
        <translation>Leg de weigering vast</translation>
    </message>
    <message>
        <source>What was asked, and by whom?</source>
        <translation>Wat werd gevraagd, en door wie?</translation>
    </message>
    <message>
        <source>Disclosure refused</source>
        <translation>Verstrekking geweigerd</translation>
    </message>
    <message>
        <source>Say: “I cannot tell you anything about this.” It stands in the contacts of {name}.</source>
        <translation>Zeg: “Hierover kan ik u niets vertellen.” Het komt bij de contacten van {name}.</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>New person or company</source>
        <translation>Nieuwe inwoner of nieuw bedrijf</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registreer</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Inwoner</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Bedrijf</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Wie is het?</translation>
    </message>
    <message>
        <source>Ms</source>
        <translation>mevrouw</translation>
    </message>
    <message>
        <source>Mr</source>
        <translation>de heer</translation>
    </message>
    <message>
        <source>neither, or not known</source>
        <translation>geen van beide</translation>
    </message>
    <message>
        <source>How to address them</source>
        <translation>Aanspreken met</translation>
    </message>
    <message>
        <source>First names</source>
        <translation>Voornamen</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Tussenvoegsel</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geboortedatum</translation>
    </message>
    <message>
        <source>BSN (if given)</source>
        <translation>BSN (als die is genoemd)</translation>
    </message>
    <message>
        <source>Name of the company</source>
        <translation>Naam van het bedrijf</translation>
    </message>
    <message>
        <source>KVK number</source>
        <translation>KVK-nummer</translation>
    </message>
    <message>
        <source>Branch number</source>
        <translation>Vestigingsnummer</translation>
    </message>
    <message>
        <source>RSIN</source>
        <translation>RSIN</translation>
    </message>
    <message>
        <source>Phone: the number of this conversation</source>
        <translation>Telefoon: het nummer van dit gesprek</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Report an outage</source>
        <translation>Storing melden</translation>
    </message>
    <message>
        <source>Tell every desk</source>
        <translation>Meld aan iedereen</translation>
    </message>
    <message>
        <source>What does not work?</source>
        <translation>Wat werkt niet?</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>What every desk reads</source>
        <translation>Dit leest iedereen</translation>
    </message>
    <message>
        <source>Until about when (may stay empty)</source>
        <translation>Tot ongeveer hoe laat (mag leeg)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>Kies een product</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Typ een paar letters</translation>
    </message>
    <message>
        <source>No product has these words.</source>
        <translation>Geen product heeft deze woorden.</translation>
    </message>
    <message>
        <source>{product}: arranging this online does not work now.</source>
        <translation>{product}: dit online regelen lukt nu niet.</translation>
    </message>
</context>
<context>
    <name>RepresentForm</name>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Spreekt namens</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>Waarom mag dat?</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>bookkeeper, neighbour</source>
        <translation>boekhouder, buurvrouw</translation>
    </message>
    <message>
        <source>What are they to them (may stay empty)</source>
        <translation>Wat is deze persoon (mag leeg blijven)</translation>
    </message>
    <message>
        <source>From (may stay empty)</source>
        <translation>Vanaf (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>{name} speaks for somebody else</source>
        <translation>{name} spreekt namens een ander</translation>
    </message>
    <message>
        <source>Type a ground</source>
        <translation>Typ een reden</translation>
    </message>
</context>
<context>
    <name>RescheduleForm</name>
    <message>
        <source>Another time</source>
        <translation>Afspraak verzetten</translation>
    </message>
    <message>
        <source>Move to this time</source>
        <translation>Verzetten naar deze tijd</translation>
    </message>
    <message>
        <source>Part of the day</source>
        <translation>Deel van de dag</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Vrije tijden</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>For colleagues; may be left out</source>
        <translation>Voor collega&apos;s; mag leeg blijven</translation>
    </message>
    <message>
        <source>A colleague just took that time. These are the nearest.</source>
        <translation>Een collega nam die tijd net. Deze liggen het dichtst erbij.</translation>
    </message>
    <message>
        <source>Looking for a time …</source>
        <translation>Tijd zoeken …</translation>
    </message>
</context>
<context>
    <name>RingCard</name>
    <message>
        <source>Answer</source>
        <translation>Neem aan</translation>
    </message>
    <message>
        <source>Who may be calling</source>
        <translation>Wie er kan bellen</translation>
    </message>
    <message>
        <source>Somebody else? Type a name.</source>
        <translation>Iemand anders? Typ een naam.</translation>
    </message>
    <message>
        <source>close</source>
        <translation>sluit</translation>
    </message>
    <message>
        <source>later</source>
        <translation>later</translation>
    </message>
    <message numerus="yes">
        <source>You have %n conversation(s): finish one first.</source>
        <translation>
            <numerusform>Je hebt %n gesprek: rond het eerst af.</numerusform>
            <numerusform>Je hebt %n gesprekken: rond er eerst een af.</numerusform>
        </translation>
    </message>
    <message>
        <source>Press 1 to {last} for who it is.</source>
        <translation>Druk op 1 tot en met {last} voor wie het is.</translation>
    </message>
    <message>
        <source>Press 1 to {last}, or {key} to answer without choosing.</source>
        <translation>Druk op 1 tot en met {last}, of {key} om aan te nemen zonder te kiezen.</translation>
    </message>
    <message>
        <source>The number is withheld. Answer and type a name.</source>
        <translation>Het nummer is afgeschermd. Neem aan en typ een naam.</translation>
    </message>
    <message>
        <source>Looking up who has this number …</source>
        <translation>Zoekt wie dit nummer heeft …</translation>
    </message>
    <message>
        <source>Looking up does not work now. Answer and type a name.</source>
        <translation>Opzoeken lukt nu niet. Neem aan en typ een naam.</translation>
    </message>
    <message>
        <source>This cannot be read as a phone number. Answer and type a name.</source>
        <translation>Dit is niet als telefoonnummer te lezen. Neem op en typ een naam.</translation>
    </message>
    <message>
        <source>Nobody with this number. Type a name.</source>
        <translation>Niemand met dit nummer. Typ een naam.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) or organisation(s) with this number: who is it?</source>
        <translation>
            <numerusform>%n inwoner of bedrijf met dit nummer: wie is het?</numerusform>
            <numerusform>%n mensen of bedrijven met dit nummer: wie is het?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) or organisation(s) with this number</source>
        <translation>
            <numerusform>%n inwoner of bedrijf met dit nummer</numerusform>
            <numerusform>%n mensen of bedrijven met dit nummer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open promise(s)</source>
        <translation>
            <numerusform>%n open belofte</numerusform>
            <numerusform>%n open beloften</numerusform>
        </translation>
    </message>
    <message>
        <source>the phone was picked up</source>
        <translation>de telefoon is opgenomen</translation>
    </message>
    <message>
        <source>rings for {seconds} s</source>
        <translation>gaat over · {seconds} s</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>nog %n gesprek</numerusform>
            <numerusform>nog %n gesprekken</numerusform>
        </translation>
    </message>
    <message>
        <source>Incoming call: {number}. {words}</source>
        <translation>Inkomend gesprek: {number}. {words}</translation>
    </message>
    <message>
        <source>Missed at {time}</source>
        <translation>Gemist om {time}</translation>
    </message>
    <message>
        <source>A colleague answered this call</source>
        <translation>Een collega heeft dit gesprek aangenomen</translation>
    </message>
</context>
<context>
    <name>RouteMap</name>
    <message>
        <source>Map without a route</source>
        <translation>Kaart zonder route</translation>
    </message>
    <message>
        <source>Map: {name}, no stops</source>
        <translation>Kaart: {name}, geen bezoeken</translation>
    </message>
    <message>
        <source>Map: {name}, in this order: {stops}</source>
        <translation>Kaart: {name}, in deze volgorde: {stops}</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Niets om te tonen</translation>
    </message>
    <message>
        <source>{count} km</source>
        <translation>{count} km</translation>
    </message>
    <message>
        <source>{count} m</source>
        <translation>{count} m</translation>
    </message>
</context>
<context>
    <name>RunningBar</name>
    <message>
        <source>not recorded</source>
        <translation>niet vastgelegd</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>in de wacht</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actief</translation>
    </message>
    <message>
        <source>disclosure restricted</source>
        <translation>geheimhouding</translation>
    </message>
    <message>
        <source>Running conversations</source>
        <translation>Lopende gesprekken</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nieuw gesprek</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search in the contacts</source>
        <translation>Zoek in de contacten</translation>
    </message>
    <message>
        <source>Search in summaries and notes</source>
        <translation>Zoek in samenvattingen en notities</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Stop met zoeken</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Sign here</source>
        <translation>Teken hier</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>loading</source>
        <translation>laden</translation>
    </message>
</context>
<context>
    <name>StaleLine</name>
    <message>
        <source>No connection. As it was at {time}.</source>
        <translation>Geen verbinding. Stand van {time}.</translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>Geen verbinding.</translation>
    </message>
</context>
<context>
    <name>StartProblem</name>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Contacts are loading</source>
        <translation>Contacten laden</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>Nog geen contacten</translation>
    </message>
    <message>
        <source>What you record now is the first.</source>
        <translation>Wat je nu vastlegt, is het eerste.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Nobody is shown yet</source>
        <translation>Nog niemand in beeld</translation>
    </message>
    <message>
        <source>Search for a resident or a company. Everything that went before comes here.</source>
        <translation>Zoek een inwoner of een bedrijf. Alles van eerder komt hier te staan.</translation>
    </message>
    <message>
        <source>Filter off</source>
        <translation>Filter uit</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Niets gevonden voor ‘{text}’</translation>
    </message>
    <message>
        <source>Nothing found for “{text}” in {filters}</source>
        <translation>Niets gevonden voor ‘{text}’ bij {filters}</translation>
    </message>
    <message>
        <source>Nothing under {filters}</source>
        <translation>Niets bij {filters}</translation>
    </message>
    <message numerus="yes">
        <source>There are %n other contact(s).</source>
        <translation>
            <numerusform>Er is wel %n ander contact.</numerusform>
            <numerusform>Er zijn wel %n andere contacten.</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not see these contacts</source>
        <translation>Je mag deze contacten niet zien</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
    <message>
        <source>The contacts cannot be shown</source>
        <translation>De contacten kunnen niet getoond worden</translation>
    </message>
    <message>
        <source>Something went wrong in the desk itself.</source>
        <translation>Er ging iets mis in het programma zelf.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Connection and queue</source>
        <translation>Verbinding en wachtrij</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle toetsen</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbonden</translation>
    </message>
    <message>
        <source>no connection since {time} · you can go on</source>
        <translation>geen verbinding sinds {time} · je kunt doorwerken</translation>
    </message>
    <message>
        <source>{town} (practice)</source>
        <translation>{town} (oefening)</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) waiting for the connection</source>
        <translation>
            <numerusform>%n contact wacht op verbinding</numerusform>
            <numerusform>%n contacten wachten op verbinding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n geweigerd</numerusform>
            <numerusform>%n geweigerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) refused: take one back, to mend it</source>
        <translation>
            <numerusform>%n contact geweigerd: haal het terug, om het te herstellen</numerusform>
            <numerusform>%n contacten geweigerd: haal er een terug, om het te herstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>as of {time}: {figures}</source>
        <translation>stand van {time}: {figures}</translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>Questions in this conversation</source>
        <translation>Vragen in dit gesprek</translation>
    </message>
    <message>
        <source>Another question</source>
        <translation>Nog een vraag</translation>
    </message>
    <message>
        <source>{number}  new</source>
        <translation>{number}  nieuw</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>wrapping up</source>
        <translation>nawerk</translation>
    </message>
</context>
<context>
    <name>TakingAlong</name>
    <message>
        <source>The link to the place is copied: {link}</source>
        <translation>De link naar de plek is gekopieerd: {link}</translation>
    </message>
    <message>
        <source>Keep the day</source>
        <translation>De dag bewaren</translation>
    </message>
    <message>
        <source>It could not be kept there. Choose another place, or another name.</source>
        <translation>Daar kan het niet worden bewaard. Kies een andere plek, of een andere naam.</translation>
    </message>
    <message>
        <source>The day is kept as {name}.</source>
        <translation>De dag is bewaard als {name}.</translation>
    </message>
</context>
<context>
    <name>ThisContact</name>
    <message>
        <source>This contact</source>
        <translation>Dit contact</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Met wie</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Bel terug</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Afspraak</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Doorzetten</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>The appointment is being booked</source>
        <translation>De afspraak wordt nog geboekt</translation>
    </message>
    <message>
        <source>Finish when it is there.</source>
        <translation>Rond af zodra hij er staat.</translation>
    </message>
    <message>
        <source>Nine conversations are going on</source>
        <translation>Er lopen al negen gesprekken</translation>
    </message>
    <message>
        <source>Finish one of them first; what rings keeps ringing.</source>
        <translation>Rond er eerst een af. Wat overgaat, blijft overgaan.</translation>
    </message>
    <message>
        <source>kept {time}</source>
        <translation>bewaard {time}</translation>
    </message>
    <message>
        <source>an error in the program</source>
        <translation>een fout in het programma</translation>
    </message>
    <message>
        <source>not kept: {why}</source>
        <translation>niet bewaard: {why}</translation>
    </message>
    <message>
        <source>Finish with an appointment</source>
        <translation>Afronden met afspraak</translation>
    </message>
    <message>
        <source>Finish with a promise</source>
        <translation>Afronden met belofte</translation>
    </message>
    <message numerus="yes">
        <source>Finish %n question(s)</source>
        <translation>
            <numerusform>%n vraag afronden</numerusform>
            <numerusform>%n vragen afronden</numerusform>
        </translation>
    </message>
    <message>
        <source>This contact is not recorded yet</source>
        <translation>Dit contact is nog niet vastgelegd</translation>
    </message>
    <message>
        <source>What you typed is kept. Try again.</source>
        <translation>Wat je typte is bewaard. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>On location</source>
        <translation>Op locatie</translation>
    </message>
    <message>
        <source>The visit is being booked</source>
        <translation>Het bezoek wordt geboekt</translation>
    </message>
    <message>
        <source>Finish with a visit</source>
        <translation>Afronden met bezoek</translation>
    </message>
</context>
<context>
    <name>ThrowingAway</name>
    <message>
        <source>Nothing of it is recorded, and nothing brings it back. Press {key} once more to throw it away.</source>
        <translation>Er wordt niets van vastgelegd en je krijgt het niet terug. Druk nog een keer op {key} om het weg te gooien.</translation>
    </message>
    <message>
        <source>Throw this conversation away?</source>
        <translation>Dit gesprek weggooien?</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>task</source>
        <translation>taak</translation>
    </message>
    <message>
        <source>case</source>
        <translation>zaak</translation>
    </message>
    <message>
        <source>disclosure refused</source>
        <translation>verstrekking geweigerd</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>afspraak</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>bezoek</translation>
    </message>
    <message>
        <source>feedback</source>
        <translation>feedback</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacten</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Zaken</translation>
    </message>
    <message>
        <source>Disclosure refused</source>
        <translation>Verstrekking geweigerd</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Bezoeken</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Confidential contact</source>
        <translation>Vertrouwelijk contact</translation>
    </message>
    <message>
        <source>Folded until it is sure who this is. Enter shows it.</source>
        <translation>Dicht tot vaststaat wie dit is. Enter toont het.</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertrouwelijk</translation>
    </message>
    <message>
        <source>going on now</source>
        <translation>loopt nu</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>Loopt</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Komt nog</translation>
    </message>
    <message>
        <source>Loading older contacts</source>
        <translation>Oudere contacten laden</translation>
    </message>
    <message>
        <source>Older contacts do not load</source>
        <translation>Oudere contacten laden niet</translation>
    </message>
    <message>
        <source>What you see above is complete. Enter tries again.</source>
        <translation>Wat hierboven staat is volledig. Enter probeert opnieuw.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>from us</source>
        <translation>door ons</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Vastgesteld</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Taak</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Who took part</source>
        <translation>Wie erbij waren</translation>
    </message>
    <message>
        <source>Looked up</source>
        <translation>Opgezocht</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Our role</source>
        <translation>Onze rol</translation>
    </message>
    <message>
        <source>Who may see it</source>
        <translation>Wie mag dit zien</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Beloofd</translation>
    </message>
    <message>
        <source>In what capacity</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Call back at</source>
        <translation>Bel op</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemaakt door</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Wat te doen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>Decision by</source>
        <translation>Besluit vóór</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Geëindigd</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>Behandelaar</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Wat gevraagd is</translation>
    </message>
    <message>
        <source>Corrected by {who}, {when}: {why}</source>
        <translation>Gecorrigeerd door {who}, {when}: {why}</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Omschrijving</translation>
    </message>
    <message>
        <source>The citizen may read this</source>
        <translation>Voor de inwoner</translation>
    </message>
    <message>
        <source>Only for colleagues</source>
        <translation>Alleen voor collega’s</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Zaak</translation>
    </message>
    <message>
        <source>question</source>
        <translation>vraag</translation>
    </message>
    <message>
        <source>request</source>
        <translation>verzoek</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>signaal</translation>
    </message>
    <message>
        <source>not established</source>
        <translation>niet vastgesteld</translation>
    </message>
    <message>
        <source>said so themselves</source>
        <translation>zei het zelf</translation>
    </message>
    <message>
        <source>answered questions</source>
        <translation>vragen beantwoord</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>teruggebeld</translation>
    </message>
    <message>
        <source>document seen</source>
        <translation>document gezien</translation>
    </message>
    <message>
        <source>on behalf of somebody</source>
        <translation>namens een ander</translation>
    </message>
    <message>
        <source>on behalf of a company</source>
        <translation>namens een bedrijf</translation>
    </message>
    <message>
        <source>about somebody who died</source>
        <translation>over iemand die is overleden</translation>
    </message>
    <message>
        <source>spoke</source>
        <translation>sprak</translation>
    </message>
    <message>
        <source>it was about</source>
        <translation>ging het over</translation>
    </message>
    <message>
        <source>helped</source>
        <translation>hielp</translation>
    </message>
    <message>
        <source>Asked {colleague}</source>
        <translation>Gevraagd aan {colleague}</translation>
    </message>
    <message>
        <source>Connected to {colleague}</source>
        <translation>Doorverbonden met {colleague}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>bereikt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>niet bereikt</translation>
    </message>
    <message>
        <source>developer</source>
        <translation>ontwikkelaar</translation>
    </message>
    <message>
        <source>manager of public space</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>enforcer</source>
        <translation>handhaver</translation>
    </message>
    <message>
        <source>everybody at the desk</source>
        <translation>iedereen van het KCC</translation>
    </message>
    <message>
        <source>confidential: your own cluster</source>
        <translation>vertrouwelijk: je eigen cluster</translation>
    </message>
    <message>
        <source>enforcement: only who has the role</source>
        <translation>handhaving: alleen wie die rol heeft</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Hoe het ervoor staat</translation>
    </message>
    <message>
        <source>Reachable at</source>
        <translation>Bereikbaar op</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>Wie komt</translation>
    </message>
    <message>
        <source>Bring along</source>
        <translation>Meenemen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>by the citizen</source>
        <translation>door de inwoner</translation>
    </message>
    <message>
        <source>by the municipality</source>
        <translation>door de gemeente</translation>
    </message>
    <message>
        <source>somebody whose name was not said</source>
        <translation>iemand, naam niet genoemd</translation>
    </message>
    <message>
        <source>address covered</source>
        <translation>adres afgedekt</translation>
    </message>
    <message>
        <source>safety note present</source>
        <translation>veiligheidsbericht aanwezig</translation>
    </message>
    <message>
        <source>identity document seen</source>
        <translation>legitimatie gezien</translation>
    </message>
    <message>
        <source>Planned at</source>
        <translation>Gepland om</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Plek op de kaart</translation>
    </message>
    <message>
        <source>Lets us in</source>
        <translation>Doet open</translation>
    </message>
    <message>
        <source>Also invited</source>
        <translation>Ook uitgenodigd</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tolk</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Getekend door</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Wat is gedaan</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Toegang</translation>
    </message>
    <message>
        <source>The visitor brings</source>
        <translation>De bezoeker neemt mee</translation>
    </message>
    <message>
        <source>{day}, between {begin} and {end}</source>
        <translation>{day}, tussen {begin} en {end}</translation>
    </message>
    <message>
        <source>What fitted</source>
        <translation>Wat past hier</translation>
    </message>
    <message>
        <source>Told the citizen</source>
        <translation>Gezegd tegen de inwoner</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Number there</source>
        <translation>Nummer daar</translation>
    </message>
    <message>
        <source>Look out</source>
        <translation>Let op</translation>
    </message>
    <message>
        <source>The answer got lost: maybe this is booked. Look in {system}, then say here whether it is.</source>
        <translation>Het antwoord raakte kwijt: misschien is dit geboekt. Kijk na in {system} en zeg hier of het er staat.</translation>
    </message>
    <message>
        <source>It was changed in {system}. This is how it is now.</source>
        <translation>Dit is veranderd in {system}. Zo staat het er nu.</translation>
    </message>
    <message>
        <source>It is no longer in {system}. Ask the citizen; call it off here when it is not needed.</source>
        <translation>Dit staat niet meer in {system}. Vraag het na bij de inwoner. Zeg het hier af als het niet meer nodig is.</translation>
    </message>
    <message>
        <source>{system} does not answer. This is what was known; it may have changed there.</source>
        <translation>{system} geeft geen antwoord. Dit is wat bekend was. Het kan daar veranderd zijn.</translation>
    </message>
</context>
<context>
    <name>TimelineColumn</name>
    <message>
        <source>All contacts</source>
        <translation>Alle contacten</translation>
    </message>
    <message>
        <source>All contacts, the newest first</source>
        <translation>Alle contacten, nieuwste eerst</translation>
    </message>
</context>
<context>
    <name>TimelineCounts</name>
    <message numerus="yes">
        <source>%n person(s) or company(s)</source>
        <translation>
            <numerusform>%n inwoner of bedrijf</numerusform>
            <numerusform>%n inwoners of bedrijven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n zaak</numerusform>
            <numerusform>%n zaken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n producten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier contact(s)</source>
        <translation>
            <numerusform>%n eerder contact</numerusform>
            <numerusform>%n eerdere contacten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n vraag</numerusform>
            <numerusform>%n vragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n afspraak</numerusform>
            <numerusform>%n afspraken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n bezoek</numerusform>
            <numerusform>%n bezoeken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search and status</source>
        <translation>Zoeken en status</translation>
    </message>
    <message>
        <source>Search resident, company, case, product or action</source>
        <translation>Zoek inwoner, bedrijf, zaak, product of opdracht</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Beschikbaar</translation>
    </message>
    <message>
        <source>Status: {word}</source>
        <translation>Status: {word}</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probeer nu</translation>
    </message>
    <message>
        <source>Your role does not give you this card. A colleague or your team lead can help.</source>
        <translation>Met jouw rol mag je deze kaart niet zien. Een collega of je teamleider kan helpen.</translation>
    </message>
    <message>
        <source>You may not see this card</source>
        <translation>Je mag deze kaart niet zien</translation>
    </message>
    <message>
        <source>This person or company is not there, or it is not yours to see. Search again.</source>
        <translation>Deze inwoner of dit bedrijf is er niet, of is niet voor jou. Zoek opnieuw.</translation>
    </message>
    <message>
        <source>No such card</source>
        <translation>Deze kaart is er niet</translation>
    </message>
    <message>
        <source>You can go on. What you type is on this computer and goes along by itself.</source>
        <translation>Je kunt doorwerken. Wat je typt staat op deze computer en gaat vanzelf mee.</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Geen verbinding</translation>
    </message>
    <message>
        <source>Something went wrong here. What you typed is safe.</source>
        <translation>Er ging hier iets mis. Wat je typte is veilig.</translation>
    </message>
    <message>
        <source>This card does not load</source>
        <translation>Deze kaart laadt niet</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Er ging iets mis in het programma</translation>
    </message>
    <message>
        <source>What you typed is kept. Go on, and give this code to the administrator:</source>
        <translation>Wat je typte is bewaard. Ga gerust door en geef deze code aan de beheerder:</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Kopieer code</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Ga door</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Choose a passphrase</source>
        <translation>Kies een wachtwoordzin</translation>
    </message>
    <message>
        <source>This computer has no keyring, so a sentence of your own locks the data. At least 12 characters; nobody can recover it.</source>
        <translation>Deze computer heeft geen sleutelbos. Daarom vergrendelt een eigen zin de gegevens. Minstens 12 tekens. Niemand kan hem terughalen.</translation>
    </message>
    <message>
        <source>Unlock the desk</source>
        <translation>Ontgrendel de werkplek</translation>
    </message>
    <message>
        <source>The data on this computer opens with the passphrase that was chosen for it.</source>
        <translation>De gegevens op deze computer gaan open met de wachtwoordzin die ervoor is gekozen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtwoordzin</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Nog een keer</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>Dezelfde wachtwoordzin nog een keer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>These two are not the same. Type the passphrase again.</source>
        <translation>Deze twee zijn niet gelijk. Typ de wachtwoordzin opnieuw.</translation>
    </message>
</context>
<context>
    <name>Unplanned</name>
    <message>
        <source>Not planned yet</source>
        <translation>Nog in te plannen</translation>
    </message>
    <message>
        <source>Visits that are not planned yet</source>
        <translation>Bezoeken die nog niet gepland zijn</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Er wacht niets</translation>
    </message>
    <message>
        <source>Every visit stands in a day.</source>
        <translation>Elk bezoek staat in een dag.</translation>
    </message>
    <message>
        <source>Leave it unplanned</source>
        <translation>Niet inplannen</translation>
    </message>
    <message>
        <source>Where it could go</source>
        <translation>Waar het past</translation>
    </message>
    <message>
        <source>Plan here</source>
        <translation>Hier inplannen</translation>
    </message>
    <message>
        <source>Drag a visit onto a day, or {keys}</source>
        <translation>Sleep een bezoek naar een dag, of {keys}</translation>
    </message>
    <message>
        <source>Looking where it fits …</source>
        <translation>Zoeken waar het past …</translation>
    </message>
    <message>
        <source>It fits nowhere within the promised time. Make room, or agree on another time.</source>
        <translation>Het past nergens binnen de beloofde tijd. Maak ruimte, of spreek een andere tijd af.</translation>
    </message>
</context>
<context>
    <name>VisitCancelForm</name>
    <message>
        <source>Call the visit off</source>
        <translation>Bezoek afzeggen</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Afzeggen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>For colleagues; may be left out</source>
        <translation>Voor collega’s; mag leeg blijven</translation>
    </message>
    <message>
        <source>The citizen does not want it now</source>
        <translation>De inwoner wil het nu niet</translation>
    </message>
    <message>
        <source>The municipality cannot make it</source>
        <translation>De gemeente kan niet</translation>
    </message>
    <message>
        <source>Whose wish it is</source>
        <translation>Wie wil dit</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>It was moved to {moment}, {who}.</source>
        <translation>Het is verzet naar {moment}, {who}.</translation>
    </message>
    <message>
        <source>How it stands now: {state}.</source>
        <translation>Hoe het er nu voor staat: {state}.</translation>
    </message>
</context>
<context>
    <name>VisitConfirmForm</name>
    <message>
        <source>Confirmation</source>
        <translation>Bevestiging</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Doen</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Keep the letter (PDF)</source>
        <translation>Brief bewaren (PDF)</translation>
    </message>
    <message>
        <source>What to do with it</source>
        <translation>Wat ermee doen</translation>
    </message>
    <message>
        <source>In Dutch</source>
        <translation>In het Nederlands</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>In het Engels</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Writing the confirmation …</source>
        <translation>Bevestiging schrijven …</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>De tekst is gekopieerd.</translation>
    </message>
    <message>
        <source>No address on the letter: there is none, or it is covered.</source>
        <translation>Geen adres op de brief: het is er niet, of het is afgedekt.</translation>
    </message>
    <message>
        <source>Visit {code}.pdf</source>
        <translation>Bezoek {code}.pdf</translation>
    </message>
    <message>
        <source>The letter could not be kept there</source>
        <translation>De brief kan daar niet worden bewaard</translation>
    </message>
    <message>
        <source>Choose another place, or another name.</source>
        <translation>Kies een andere plek, of een andere naam.</translation>
    </message>
    <message>
        <source>The letter is kept as {name}.</source>
        <translation>De brief is bewaard als {name}.</translation>
    </message>
    <message>
        <source>Copy the reminder</source>
        <translation>Herinnering kopiëren</translation>
    </message>
</context>
<context>
    <name>VisitConflicts</name>
    <message>
        <source>That moment is over</source>
        <translation>Dat moment is voorbij</translation>
    </message>
    <message>
        <source>{worker} cannot do this: {skills}</source>
        <translation>{worker} kan dit niet: {skills}</translation>
    </message>
    <message>
        <source>{worker} does not work then</source>
        <translation>{worker} werkt dan niet</translation>
    </message>
    <message>
        <source>Promised was {day}, between {begin} and {end}</source>
        <translation>Beloofd is {day}, tussen {begin} en {end}</translation>
    </message>
    <message>
        <source>{what} stands there, {begin}–{end}</source>
        <translation>Daar staat al {what}, {begin}–{end}</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>iets anders</translation>
    </message>
    <message>
        <source>On hold by a colleague</source>
        <translation>Vastgehouden door collega</translation>
    </message>
    <message>
        <source>Another visit</source>
        <translation>Ander bezoek</translation>
    </message>
</context>
<context>
    <name>VisitFacts</name>
    <message>
        <source>document seen</source>
        <translation>legitimatie gezien</translation>
    </message>
    <message>
        <source>covered by a restriction</source>
        <translation>afgedekt door geheimhouding</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Beloofd</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Rit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Bezoeker</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tolk</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Toegang</translation>
    </message>
    <message>
        <source>Take along</source>
        <translation>Meenemen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identiteit</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Getekend</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Werkt</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Begint bij</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Komt in</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Kan</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>until {day}, by {name}</source>
        <translation>tot {day}, door {name}</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>Plan a visit on location</source>
        <translation>Bezoek op locatie plannen</translation>
    </message>
    <message>
        <source>Plan nothing</source>
        <translation>Niets plannen</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Korter</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>Langer</translation>
    </message>
    <message>
        <source>With two</source>
        <translation>Met twee</translation>
    </message>
    <message>
        <source>Part of the day</source>
        <translation>Deel van de dag</translation>
    </message>
    <message>
        <source>Who could come, and when</source>
        <translation>Wie kan komen, en wanneer</translation>
    </message>
    <message>
        <source>Safety note present</source>
        <translation>Veiligheidsbericht aanwezig</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Boeken</translation>
    </message>
    <message>
        <source>Driving times: {source}</source>
        <translation>Rijtijden: {source}</translation>
    </message>
    <message>
        <source>Looking who could come …</source>
        <translation>Zoeken wie kan komen …</translation>
    </message>
    <message>
        <source>A colleague just took that time. These are the next best.</source>
        <translation>Een collega was net eerder. Dit zijn de volgende beste tijden.</translation>
    </message>
    <message>
        <source>This went wrong. What you typed is kept. Try again.</source>
        <translation>Dit ging mis. Wat je typte is bewaard. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Ten minutes more</source>
        <translation>Tien minuten erbij</translation>
    </message>
    <message>
        <source>Held until {time}</source>
        <translation>Vastgehouden tot {time}</translation>
    </message>
</context>
<context>
    <name>VisitMoveForm</name>
    <message>
        <source>Another time</source>
        <translation>Andere tijd</translation>
    </message>
    <message>
        <source>Promise this time</source>
        <translation>Deze tijd beloven</translation>
    </message>
    <message>
        <source>Who could come, and when</source>
        <translation>Wie kan komen, en wanneer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>For colleagues; may be left out</source>
        <translation>Voor collega’s; mag leeg blijven</translation>
    </message>
    <message>
        <source>Looking who could come …</source>
        <translation>Zoeken wie kan komen …</translation>
    </message>
    <message>
        <source>A colleague just took that time. These are the next best.</source>
        <translation>Een collega was net eerder. Dit zijn de volgende beste tijden.</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuut</numerusform>
            <numerusform>%n minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min driving</source>
        <translation>
            <numerusform>%n min rijden</numerusform>
            <numerusform>%n min rijden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n min driving</source>
        <translation>
            <numerusform>+%n min rijden</numerusform>
            <numerusform>+%n min rijden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n bezoek</numerusform>
            <numerusform>%n bezoeken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s)</source>
        <translation>
            <numerusform>%n bezoeker</numerusform>
            <numerusform>%n bezoekers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) get another place in the day</source>
        <translation>
            <numerusform>%n bezoek krijgt een andere plek in de dag</numerusform>
            <numerusform>%n bezoeken krijgen een andere plek in de dag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) stay where they are</source>
        <translation>
            <numerusform>%n bezoek blijft staan</numerusform>
            <numerusform>%n bezoeken blijven staan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) that waited get a place</source>
        <translation>
            <numerusform>%n bezoek dat wachtte krijgt een plek</numerusform>
            <numerusform>%n bezoeken die wachtten krijgen een plek</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Visiting</name>
    <message>
        <source>It waits among the visits that are not planned yet.</source>
        <translation>Het wacht bij de bezoeken die nog niet gepland zijn.</translation>
    </message>
    <message>
        <source>The report is kept.</source>
        <translation>Het verslag is bewaard.</translation>
    </message>
</context>
<context>
    <name>Visits</name>
    <message>
        <source>Away</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>safety note present</source>
        <translation>veiligheidsbericht aanwezig</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>Doorgeven</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Aangekomen</translation>
    </message>
    <message>
        <source>on the way</source>
        <translation>op de route</translation>
    </message>
    <message>
        <source>between {begin} and {end}</source>
        <translation>tussen {begin} en {end}</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} en {other}</translation>
    </message>
    <message>
        <source>{day}, between {begin} and {end}</source>
        <translation>{day}, tussen {begin} en {end}</translation>
    </message>
    <message>
        <source>was not planned yet</source>
        <translation>was nog niet gepland</translation>
    </message>
    <message>
        <source>was at {time}, with another visitor</source>
        <translation>was om {time}, bij een andere bezoeker</translation>
    </message>
    <message>
        <source>was at {time}</source>
        <translation>was om {time}</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>The practice town is being made</source>
        <translation>De oefengemeente wordt gemaakt</translation>
    </message>
    <message>
        <source>Invented residents with years of contacts. This takes a few seconds, once a day.</source>
        <translation>Verzonnen inwoners met jaren aan contacten. Dit duurt een paar tellen, één keer per dag.</translation>
    </message>
    <message>
        <source>Opening the database</source>
        <translation>De database gaat open</translation>
    </message>
    <message>
        <source>This takes longer than usual. Nothing is lost.</source>
        <translation>Dit duurt langer dan anders. Er gaat niets verloren.</translation>
    </message>
</context>
<context>
    <name>WhoColumn</name>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>There is no such queue. Choose one from the list.</source>
        <translation>Deze wachtrij is er niet. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>There is no such colleague. Choose one from the list.</source>
        <translation>Deze collega is er niet. Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>A colleague is working on this</source>
        <translation>Een collega is hiermee bezig</translation>
    </message>
    <message>
        <source>Nothing was changed. Take the next one, or ask your colleague to give it back.</source>
        <translation>Er is niets veranderd. Pak de volgende, of vraag je collega het terug te geven.</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>Zeg in een paar woorden waarom.</translation>
    </message>
    <message>
        <source>Say to whom or to which queue.</source>
        <translation>Zeg aan wie of aan welke wachtrij.</translation>
    </message>
    <message>
        <source>This moment is over. Choose a later one.</source>
        <translation>Dit moment is voorbij. Kies een later moment.</translation>
    </message>
    <message>
        <source>This cannot be done</source>
        <translation>Dit kan niet</translation>
    </message>
    <message>
        <source>A rule of the desk says no. Nothing was changed.</source>
        <translation>Een regel staat dit niet toe. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>This does not work just now</source>
        <translation>Dit lukt nu even niet</translation>
    </message>
    <message>
        <source>Try again in a moment. What you typed is kept.</source>
        <translation>Probeer het zo nog eens. Wat je typte is bewaard.</translation>
    </message>
    <message>
        <source>No connection with the database</source>
        <translation>Geen verbinding met de database</translation>
    </message>
    <message>
        <source>You can go on. What you type is kept on this computer and goes along by itself.</source>
        <translation>Je kunt doorwerken. Wat je typt staat op deze computer en gaat vanzelf mee.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>De database is beschadigd</translation>
    </message>
    <message>
        <source>Ask the administrator to put a copy back. What you typed is kept here.</source>
        <translation>Vraag de beheerder om een kopie terug te zetten. Wat je typte is hier bewaard.</translation>
    </message>
    <message>
        <source>Another system does not answer</source>
        <translation>Een ander systeem geeft geen antwoord</translation>
    </message>
    <message>
        <source>You can go on without it. Try again in a moment.</source>
        <translation>Je kunt zonder verder werken. Probeer het zo nog eens.</translation>
    </message>
    <message>
        <source>There is no folder to keep things in</source>
        <translation>Er is geen map om iets in te bewaren</translation>
    </message>
    <message>
        <source>Ask the administrator for a folder that can be written: KCC_DATA_DIR names it.</source>
        <translation>Vraag de beheerder om een map waarin je mag schrijven. De naam van die map staat in KCC_DATA_DIR.</translation>
    </message>
    <message>
        <source>You may not do this</source>
        <translation>Je mag dit niet doen</translation>
    </message>
    <message>
        <source>Your role does not have this right. A colleague or your team lead can help.</source>
        <translation>Met jouw rol mag dit niet. Een collega of je teamleider kan helpen.</translation>
    </message>
    <message>
        <source>This is not there, or it is not yours to see</source>
        <translation>Dit is er niet, of je mag het niet zien</translation>
    </message>
    <message>
        <source>Search again, or hand it over to the team that may see it.</source>
        <translation>Zoek opnieuw, of zet het door naar het team dat dit wel mag zien.</translation>
    </message>
    <message>
        <source>A colleague was first</source>
        <translation>Een collega was eerder</translation>
    </message>
    <message>
        <source>This changed in the meantime. You now see how it stands.</source>
        <translation>Dit is intussen veranderd. Je ziet nu hoe het ervoor staat.</translation>
    </message>
    <message>
        <source>This value is not right</source>
        <translation>Dit klopt niet</translation>
    </message>
    <message>
        <source>Check what is typed here.</source>
        <translation>Kijk na wat hier staat.</translation>
    </message>
    <message>
        <source>The desk does not know you yet</source>
        <translation>Je bent hier nog niet bekend</translation>
    </message>
    <message>
        <source>Ask the administrator to add you, or to lift the block.</source>
        <translation>Vraag de beheerder om je toe te voegen, of om de blokkade op te heffen.</translation>
    </message>
    <message>
        <source>A colleague corrected this contact first</source>
        <translation>Een collega verbeterde dit contact net eerder</translation>
    </message>
    <message>
        <source>What you typed is still here. Compare it with the newer version.</source>
        <translation>Wat je typte staat er nog. Vergelijk het met de nieuwere versie.</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Zeg waarom</translation>
    </message>
    <message>
        <source>A correction needs a reason, so that a colleague understands it later.</source>
        <translation>Geef een reden, zodat een collega het later begrijpt.</translation>
    </message>
    <message>
        <source>Private and company do not mix</source>
        <translation>Privé en zakelijk gaan niet samen</translation>
    </message>
    <message>
        <source>Choose another resident, or another company, to move this contact to.</source>
        <translation>Verplaats een contact van een inwoner naar een inwoner, en van een bedrijf naar een bedrijf.</translation>
    </message>
    <message>
        <source>Name the other authority</source>
        <translation>Noem de andere instantie</translation>
    </message>
    <message>
        <source>Say to which authority you referred, such as UWV or Belastingdienst.</source>
        <translation>Zeg naar welke instantie je verwees, bijvoorbeeld UWV of Belastingdienst.</translation>
    </message>
    <message>
        <source>What do you look this up for?</source>
        <translation>Waarvoor zoek je dit op?</translation>
    </message>
    <message>
        <source>Covered details are shown once you say what for. That is logged.</source>
        <translation>Afgedekte gegevens zie je pas als je zegt waarvoor. Dat wordt vastgelegd.</translation>
    </message>
    <message>
        <source>This is already there</source>
        <translation>Dit staat er al</translation>
    </message>
    <message>
        <source>This phone number or e-mail address already stands with this person.</source>
        <translation>Dit telefoonnummer of e-mailadres staat al bij deze persoon.</translation>
    </message>
    <message>
        <source>A colleague changed this first</source>
        <translation>Een collega wijzigde dit net eerder</translation>
    </message>
    <message>
        <source>You now see the newer phone number or e-mail address.</source>
        <translation>Je ziet nu het nieuwere telefoonnummer of e-mailadres.</translation>
    </message>
    <message>
        <source>You now see the newer preferences.</source>
        <translation>Je ziet nu de nieuwere voorkeuren.</translation>
    </message>
    <message>
        <source>Ask for consent first</source>
        <translation>Vraag eerst of het mag</translation>
    </message>
    <message>
        <source>Note that somebody needs digital help only when they agree to it.</source>
        <translation>Noteer alleen dat iemand digitale hulp nodig heeft als die persoon dat goedvindt.</translation>
    </message>
    <message>
        <source>Who will do this?</source>
        <translation>Wie gaat dit doen?</translation>
    </message>
    <message>
        <source>Choose a colleague or a department, so that the promise is kept.</source>
        <translation>Kies een collega of een afdeling, zodat de belofte wordt nagekomen.</translation>
    </message>
    <message>
        <source>There is nothing to record yet</source>
        <translation>Er is nog niets om te bewaren</translation>
    </message>
    <message>
        <source>Type a note, or choose a product or an outcome.</source>
        <translation>Typ een notitie, of kies een product of een resultaat.</translation>
    </message>
    <message>
        <source>This draft cannot be read</source>
        <translation>Dit concept is niet te lezen</translation>
    </message>
    <message>
        <source>It was made by another version of the program. It stays kept.</source>
        <translation>Een andere versie van het programma maakte het. Het blijft bewaard.</translation>
    </message>
    <message>
        <source>This file is not right</source>
        <translation>Dit bestand klopt niet</translation>
    </message>
    <message>
        <source>Nothing of it was taken over. Correct the file and try again.</source>
        <translation>Er is niets van overgenomen. Verbeter het bestand en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>A field in this file is not right</source>
        <translation>Een veld in dit bestand klopt niet</translation>
    </message>
    <message>
        <source>The file of drafts was damaged</source>
        <translation>Het bestand met concepten was beschadigd</translation>
    </message>
    <message>
        <source>It was put aside untouched, and a new one was begun.</source>
        <translation>Het is apart gezet zoals het was, en er is een nieuw begonnen.</translation>
    </message>
    <message>
        <source>What you type cannot be kept on this computer</source>
        <translation>Wat je typt kan niet op deze computer worden bewaard</translation>
    </message>
    <message>
        <source>The disk is full or read-only. Make room; until then, finish before you close.</source>
        <translation>De schijf is vol of alleen-lezen. Maak ruimte; rond tot die tijd af voordat je afsluit.</translation>
    </message>
    <message>
        <source>There is no room for another conversation</source>
        <translation>Er kan geen gesprek meer bij</translation>
    </message>
    <message>
        <source>Finish one of the running conversations first.</source>
        <translation>Rond eerst een van de lopende gesprekken af.</translation>
    </message>
    <message>
        <source>The drafts are of a newer program</source>
        <translation>De concepten zijn van een nieuwer programma</translation>
    </message>
    <message>
        <source>Start the newest version of the desk to see them.</source>
        <translation>Start de nieuwste versie om ze te zien.</translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation>Typ de wachtwoordzin</translation>
    </message>
    <message>
        <source>This computer has no keyring that holds the key of the database.</source>
        <translation>Deze computer heeft geen sleutelbos met de sleutel van de database.</translation>
    </message>
    <message>
        <source>The database does not open with this key</source>
        <translation>De database gaat niet open met deze sleutel</translation>
    </message>
    <message>
        <source>Check the passphrase and try again. Nothing was changed.</source>
        <translation>Kijk de wachtwoordzin na en probeer het opnieuw. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>The key of the database is gone</source>
        <translation>De sleutel van de database is weg</translation>
    </message>
    <message>
        <source>Only somebody who kept the key can open it. Ask the administrator.</source>
        <translation>Alleen wie de sleutel bewaarde kan hem openen. Vraag de beheerder.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked</source>
        <translation>De sleutelbos van deze computer zit op slot</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Ontgrendel hem en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The settings are not right</source>
        <translation>De instellingen kloppen niet</translation>
    </message>
    <message>
        <source>Ask the administrator to correct the file of settings.</source>
        <translation>Vraag de beheerder om het bestand met instellingen te verbeteren.</translation>
    </message>
    <message>
        <source>The owner of the database makes its copies</source>
        <translation>De eigenaar van de database maakt de kopieën</translation>
    </message>
    <message>
        <source>A team&apos;s database is copied with the tools of PostgreSQL.</source>
        <translation>De database van een team kopieer je met de hulpmiddelen van PostgreSQL.</translation>
    </message>
    <message>
        <source>That file exists already</source>
        <translation>Dat bestand bestaat al</translation>
    </message>
    <message>
        <source>Choose another name; nothing is overwritten.</source>
        <translation>Kies een andere naam; er wordt niets overschreven.</translation>
    </message>
    <message>
        <source>This file is damaged, or no copy of this database</source>
        <translation>Dit bestand is beschadigd of geen kopie van deze database</translation>
    </message>
    <message>
        <source>Choose another copy. Nothing was changed.</source>
        <translation>Kies een andere kopie. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>A newer program made this database</source>
        <translation>Een nieuwer programma maakte deze database</translation>
    </message>
    <message>
        <source>Install the newest version of the desk.</source>
        <translation>Installeer de nieuwste versie.</translation>
    </message>
    <message>
        <source>The database is of an older program</source>
        <translation>De database is van een ouder programma</translation>
    </message>
    <message>
        <source>Ask the administrator to upgrade it: kcc-desktop database upgrade</source>
        <translation>Vraag de beheerder om hem bij te werken: kcc-desktop database upgrade</translation>
    </message>
    <message>
        <source>Somebody was first</source>
        <translation>Iemand was eerder</translation>
    </message>
    <message>
        <source>The time is taken by now. The nearest times that are free stand in the list.</source>
        <translation>Die tijd is al bezet. De vrije tijden die het dichtst erbij liggen, staan in de lijst.</translation>
    </message>
    <message>
        <source>Nothing is free</source>
        <translation>Er is niets vrij</translation>
    </message>
    <message>
        <source>No time is free for this in the coming weeks. Try another location, or fewer persons.</source>
        <translation>In de komende weken is hiervoor geen tijd vrij. Probeer een andere plek, of minder personen.</translation>
    </message>
    <message>
        <source>The counter closes too early</source>
        <translation>De balie sluit te vroeg</translation>
    </message>
    <message>
        <source>It takes longer than the counter is open then. Choose an earlier time.</source>
        <translation>Dit duurt langer dan de balie dan open is. Kies een eerdere tijd.</translation>
    </message>
    <message>
        <source>That moment is over</source>
        <translation>Dat moment is voorbij</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>Kies een tijd die nog komt.</translation>
    </message>
    <message>
        <source>This is not done at this location</source>
        <translation>Dit kan niet op deze plek</translation>
    </message>
    <message>
        <source>Choose a location that does this.</source>
        <translation>Kies een plek waar dit wel kan.</translation>
    </message>
    <message>
        <source>This is done online, unless</source>
        <translation>Dit gaat online, tenzij</translation>
    </message>
    <message>
        <source>Say why it is done at the counter all the same.</source>
        <translation>Zeg waarom het toch aan de balie gaat.</translation>
    </message>
    <message>
        <source>The owner of the database does this</source>
        <translation>Dit doet de eigenaar van de database</translation>
    </message>
    <message>
        <source>Ask the administrator of the database.</source>
        <translation>Vraag het de beheerder van de database.</translation>
    </message>
    <message>
        <source>The database does not know the group of desks</source>
        <translation>De database kent de groep van de bureaus niet</translation>
    </message>
    <message>
        <source>This login belongs to somebody else</source>
        <translation>Deze login is van iemand anders</translation>
    </message>
    <message>
        <source>A login never passes on. Choose another one.</source>
        <translation>Een login gaat nooit over op een ander. Kies een andere.</translation>
    </message>
    <message>
        <source>This is the last administrator</source>
        <translation>Dit is de laatste beheerder</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Maak eerst iemand anders beheerder.</translation>
    </message>
    <message>
        <source>There is no such cluster</source>
        <translation>Dit cluster is er niet</translation>
    </message>
    <message>
        <source>Choose a cluster that exists, or say that it is a new one.</source>
        <translation>Kies een cluster dat er is, of zeg dat het een nieuw is.</translation>
    </message>
    <message>
        <source>This is another program&apos;s database</source>
        <translation>Dit is de database van een ander programma</translation>
    </message>
    <message>
        <source>Choose another file. Nothing was changed.</source>
        <translation>Kies een ander bestand. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>This number is too short. A mobile number has 10 digits: 06-12 34 56 78.</source>
        <translation>Dit nummer is te kort. Een mobiel nummer heeft 10 cijfers: 06-12 34 56 78.</translation>
    </message>
    <message>
        <source>This number is too long. A Dutch number has 10 digits: 0527-12 34 56.</source>
        <translation>Dit nummer is te lang. Een Nederlands nummer heeft 10 cijfers: 0527-12 34 56.</translation>
    </message>
    <message>
        <source>This is no phone number. Type only digits, such as 06-12 34 56 78.</source>
        <translation>Dit is geen telefoonnummer. Typ alleen cijfers, zoals 06-12 34 56 78.</translation>
    </message>
    <message>
        <source>This number does not exist. Check the area code; a foreign number begins with + or 00.</source>
        <translation>Dit nummer bestaat niet. Kijk het netnummer na; een buitenlands nummer begint met + of 00.</translation>
    </message>
    <message>
        <source>Type the number to call back, such as 06-12 34 56 78.</source>
        <translation>Typ het nummer om terug te bellen, zoals 06-12 34 56 78.</translation>
    </message>
    <message>
        <source>This is no e-mail address. It looks like name@example.nl, without spaces.</source>
        <translation>Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl, zonder spaties.</translation>
    </message>
    <message>
        <source>This e-mail address is too long. At most 254 characters fit.</source>
        <translation>Dit e-mailadres is te lang. Er passen hooguit 254 tekens.</translation>
    </message>
    <message>
        <source>A BSN has digits only: 9 of them.</source>
        <translation>Een BSN heeft alleen cijfers: 9 stuks.</translation>
    </message>
    <message>
        <source>A BSN has 9 digits.</source>
        <translation>Een BSN heeft 9 cijfers.</translation>
    </message>
    <message>
        <source>This BSN cannot exist. A digit is wrong or two were swapped.</source>
        <translation>Dit BSN kan niet bestaan. Er klopt een cijfer niet, of twee zijn verwisseld.</translation>
    </message>
    <message>
        <source>An RSIN has digits only: 9 of them.</source>
        <translation>Een RSIN heeft alleen cijfers: 9 stuks.</translation>
    </message>
    <message>
        <source>An RSIN has 9 digits.</source>
        <translation>Een RSIN heeft 9 cijfers.</translation>
    </message>
    <message>
        <source>This RSIN cannot exist. A digit is wrong or two were swapped.</source>
        <translation>Dit RSIN kan niet bestaan. Er klopt een cijfer niet, of twee zijn verwisseld.</translation>
    </message>
    <message>
        <source>A KVK number has digits only: 8 of them.</source>
        <translation>Een KVK-nummer heeft alleen cijfers: 8 stuks.</translation>
    </message>
    <message>
        <source>A KVK number has 8 digits.</source>
        <translation>Een KVK-nummer heeft 8 cijfers.</translation>
    </message>
    <message>
        <source>A branch number has digits only: 12 of them.</source>
        <translation>Een vestigingsnummer heeft alleen cijfers: 12 stuks.</translation>
    </message>
    <message>
        <source>A branch number has 12 digits.</source>
        <translation>Een vestigingsnummer heeft 12 cijfers.</translation>
    </message>
    <message>
        <source>An A-number has digits only: 10 of them.</source>
        <translation>Een A-nummer heeft alleen cijfers: 10 stuks.</translation>
    </message>
    <message>
        <source>An A-number has 10 digits.</source>
        <translation>Een A-nummer heeft 10 cijfers.</translation>
    </message>
    <message>
        <source>This is no date. Type it as 12-07-1987.</source>
        <translation>Dit is geen datum. Typ hem als 12-07-1987.</translation>
    </message>
    <message>
        <source>This day does not exist. Type it as 12-07-1987.</source>
        <translation>Deze dag bestaat niet. Typ hem als 12-07-1987.</translation>
    </message>
    <message>
        <source>This is no date. Type it as 12-07-1987, or only the year.</source>
        <translation>Dit is geen datum. Typ hem als 12-07-1987, of alleen het jaar.</translation>
    </message>
    <message>
        <source>A birth date cannot be in the future.</source>
        <translation>Een geboortedatum kan niet in de toekomst liggen.</translation>
    </message>
    <message>
        <source>A postcode has 4 digits and 2 letters: 8302 XK.</source>
        <translation>Een postcode heeft 4 cijfers en 2 letters: 8302 XK.</translation>
    </message>
    <message>
        <source>A house number has digits only; what comes after it stands beside it.</source>
        <translation>Een huisnummer heeft alleen cijfers; een letter of toevoeging staat ernaast.</translation>
    </message>
    <message>
        <source>A house number has at most five digits, and is not zero.</source>
        <translation>Een huisnummer heeft hooguit vijf cijfers en is geen nul.</translation>
    </message>
    <message>
        <source>A postcode needs a house number with it.</source>
        <translation>Bij een postcode hoort een huisnummer.</translation>
    </message>
    <message>
        <source>Nobody speaks for themselves. Choose somebody else.</source>
        <translation>Niemand spreekt namens zichzelf. Kies een ander.</translation>
    </message>
    <message>
        <source>Choose for whom they speak.</source>
        <translation>Kies namens wie.</translation>
    </message>
    <message>
        <source>Choose why they may speak for the other.</source>
        <translation>Kies waarom deze persoon dat mag.</translation>
    </message>
    <message>
        <source>The end comes before the begin, or is no day.</source>
        <translation>Het einde ligt voor het begin, of is geen dag.</translation>
    </message>
    <message>
        <source>Say what was asked, so that a colleague knows it too.</source>
        <translation>Schrijf op wat er is gevraagd. Dan weet een collega het ook.</translation>
    </message>
    <message>
        <source>Type a surname, or at least a first name.</source>
        <translation>Typ een achternaam, of in elk geval een voornaam.</translation>
    </message>
    <message>
        <source>This note is too long. At most 100,000 characters fit; put the rest in a second question.</source>
        <translation>Deze notitie is te lang. Er passen hooguit 100.000 tekens; zet de rest in een tweede vraag.</translation>
    </message>
    <message>
        <source>This passphrase is too short. Choose at least 12 characters.</source>
        <translation>Deze wachtwoordzin is te kort. Kies minstens 12 tekens.</translation>
    </message>
    <message>
        <source>The telephone reported a number that is none.</source>
        <translation>De telefoon meldde een nummer dat geen nummer is.</translation>
    </message>
    <message>
        <source>The telephone reported a call without a number.</source>
        <translation>De telefoon meldde een gesprek zonder nummer.</translation>
    </message>
    <message>
        <source>The telephone reported a call with a name that cannot be.</source>
        <translation>De telefoon meldde een gesprek onder een naam die niet kan.</translation>
    </message>
    <message>
        <source>The telephone reported a call under a name of the desk itself.</source>
        <translation>De telefoon meldde een gesprek onder een naam van het programma zelf.</translation>
    </message>
    <message>
        <source>The telephone reported an extension that cannot be.</source>
        <translation>De telefoon meldde een toestel dat niet kan.</translation>
    </message>
    <message>
        <source>The telephone reported a time without its zone.</source>
        <translation>De telefoon meldde een tijd zonder tijdzone.</translation>
    </message>
    <message>
        <source>The telephone reported a time that is none.</source>
        <translation>De telefoon meldde een tijd die geen tijd is.</translation>
    </message>
    <message>
        <source>The telephone reported a state that the desk does not know.</source>
        <translation>De telefoon meldde een status die hier onbekend is.</translation>
    </message>
    <message>
        <source>This is no link of the desk. It begins with kccdesk:</source>
        <translation>Dit is geen link van dit programma. Die begint met kccdesk:</translation>
    </message>
    <message>
        <source>The desk does not know what this link asks for.</source>
        <translation>Onbekend wat deze link vraagt.</translation>
    </message>
    <message>
        <source>This link says one thing twice.</source>
        <translation>Deze link zegt één ding twee keer.</translation>
    </message>
    <message>
        <source>Another program sent something the desk does not know.</source>
        <translation>Een ander programma stuurde iets dat hier onbekend is.</translation>
    </message>
    <message>
        <source>There are characters in this that do not belong here.</source>
        <translation>Er staan tekens in die hier niet horen.</translation>
    </message>
    <message>
        <source>This does not have the right length.</source>
        <translation>Dit heeft niet de juiste lengte.</translation>
    </message>
    <message>
        <source>This number cannot exist. A digit is wrong or two were swapped.</source>
        <translation>Dit nummer kan niet bestaan. Er klopt een cijfer niet, of twee zijn verwisseld.</translation>
    </message>
    <message>
        <source>This lies outside what is possible.</source>
        <translation>Dit valt buiten wat kan.</translation>
    </message>
    <message>
        <source>This is too short.</source>
        <translation>Dit is te kort.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Dit is te lang.</translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation>Kies minstens één rol.</translation>
    </message>
    <message>
        <source>There is no such role.</source>
        <translation>Deze rol is er niet.</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>Typ de naam.</translation>
    </message>
    <message>
        <source>Choose one of the channels in the list.</source>
        <translation>Kies een kanaal uit de lijst.</translation>
    </message>
    <message>
        <source>Choose one of the languages in the list.</source>
        <translation>Kies een taal uit de lijst.</translation>
    </message>
    <message>
        <source>The last day lies before the first, or more than 400 days after it.</source>
        <translation>De laatste dag ligt vóór de eerste, of meer dan 400 dagen erna.</translation>
    </message>
    <message>
        <source>Say what does not work, so that every desk knows it.</source>
        <translation>Zeg wat niet werkt, zodat iedereen het weet.</translation>
    </message>
    <message>
        <source>This notice is too long. One sentence is enough.</source>
        <translation>Deze melding is te lang. Eén zin is genoeg.</translation>
    </message>
    <message>
        <source>This moment is over. Choose one that is still to come.</source>
        <translation>Dit moment is voorbij. Kies een moment dat nog komt.</translation>
    </message>
    <message>
        <source>There are no appointments for this product.</source>
        <translation>Voor dit product zijn er geen afspraken.</translation>
    </message>
    <message>
        <source>There must be somebody who comes.</source>
        <translation>Er moet iemand zijn die komt.</translation>
    </message>
    <message>
        <source>This is more persons than fit in one appointment.</source>
        <translation>Dit zijn meer personen dan er in één afspraak passen.</translation>
    </message>
    <message>
        <source>This still has to be filled in.</source>
        <translation>Dit moet je nog invullen.</translation>
    </message>
    <message>
        <source>The desk does not know this.</source>
        <translation>Dit is hier onbekend.</translation>
    </message>
    <message>
        <source>Choose who no longer speaks for whom.</source>
        <translation>Kies wie niet meer namens wie spreekt.</translation>
    </message>
    <message>
        <source>With CREATE ROLE kcc_desk NOLOGIN the administrator of the database makes it.</source>
        <translation>Met CREATE ROLE kcc_desk NOLOGIN maakt de beheerder van de database die.</translation>
    </message>
    <message>
        <source>That day is still to come. Note the end when it is there, or today when it holds no more.</source>
        <translation>Die dag moet nog komen. Leg het vast als het zover is, of vandaag als het nu al niet meer geldt.</translation>
    </message>
    <message>
        <source>On that day it did not hold. Choose a day between its begin and its end.</source>
        <translation>Op die dag gold het niet. Kies een dag tussen het begin en het einde.</translation>
    </message>
    <message>
        <source>Type a whole day: 12-07-2026.</source>
        <translation>Typ een hele dag: 12-07-2026.</translation>
    </message>
    <message>
        <source>This is no time of the day. Type it as 16:00.</source>
        <translation>Dit is geen tijd. Typ het als 16:00.</translation>
    </message>
    <message>
        <source>Somebody was first, or the drive does not fit</source>
        <translation>Iemand was eerder, of de rit past niet</translation>
    </message>
    <message>
        <source>Choose one of the other places, or look again.</source>
        <translation>Kies een van de andere plekken, of zoek opnieuw.</translation>
    </message>
    <message>
        <source>No day has room for this</source>
        <translation>Geen enkele dag heeft hier ruimte voor</translation>
    </message>
    <message>
        <source>Make the visit shorter, take another part of the day, or let it wait unplanned.</source>
        <translation>Maak het bezoek korter, kies een ander deel van de dag, of laat het wachten zonder tijd.</translation>
    </message>
    <message>
        <source>Nobody who goes out can do this</source>
        <translation>Niemand die op pad gaat kan dit</translation>
    </message>
    <message>
        <source>A skill that this needs is missing. Ask your team lead who could do it.</source>
        <translation>Er mist een vaardigheid die hiervoor nodig is. Vraag je teamleider wie het kan.</translation>
    </message>
    <message>
        <source>Nobody who can do this goes to that postcode</source>
        <translation>Niemand die dit kan komt in die postcode</translation>
    </message>
    <message>
        <source>Check the address, or ask your team lead who could go.</source>
        <translation>Controleer het adres, of vraag je teamleider wie kan gaan.</translation>
    </message>
    <message>
        <source>Nobody who can do this works then</source>
        <translation>Niemand die dit kan werkt dan</translation>
    </message>
    <message>
        <source>Take another day or another part of the day.</source>
        <translation>Kies een andere dag of een ander deel van de dag.</translation>
    </message>
    <message>
        <source>The visit does not fit between these times</source>
        <translation>Het bezoek past niet tussen deze tijden</translation>
    </message>
    <message>
        <source>Take a longer time to come, or a shorter visit.</source>
        <translation>Kies een ruimere tijd, of een korter bezoek.</translation>
    </message>
    <message>
        <source>This is not what was promised</source>
        <translation>Dit is niet wat is beloofd</translation>
    </message>
    <message>
        <source>Stay within the promised time, or agree on another one and move the visit.</source>
        <translation>Blijf binnen de beloofde tijd, of spreek een andere tijd af en verzet het bezoek.</translation>
    </message>
    <message>
        <source>This address is not on the map</source>
        <translation>Dit adres staat niet op de kaart</translation>
    </message>
    <message>
        <source>Give a postcode that is near it.</source>
        <translation>Geef een postcode die in de buurt is.</translation>
    </message>
    <message>
        <source>That time is over</source>
        <translation>Die tijd is voorbij</translation>
    </message>
    <message>
        <source>The day changed in the meantime</source>
        <translation>De dag is intussen veranderd</translation>
    </message>
    <message>
        <source>You now see how it stands. Look for a better order once more.</source>
        <translation>Je ziet nu hoe het ervoor staat. Zoek opnieuw naar een betere volgorde.</translation>
    </message>
    <message>
        <source>This desk cannot look for a better order</source>
        <translation>Deze werkplek kan geen betere volgorde zoeken</translation>
    </message>
    <message>
        <source>Ask the administrator to install the extra “routes”: pip install kcc-desktop[routes]</source>
        <translation>Vraag de beheerder om de extra ‘routes’ te installeren: pip install kcc-desktop[routes]</translation>
    </message>
    <message>
        <source>Visits stand in that time</source>
        <translation>In die tijd staan bezoeken</translation>
    </message>
    <message>
        <source>Give those visits another place first.</source>
        <translation>Geef die bezoeken eerst een andere plek.</translation>
    </message>
    <message>
        <source>At most 500 characters; the rest can stand in the note</source>
        <translation>Hoogstens 500 tekens; de rest kan in de opmerking</translation>
    </message>
    <message>
        <source>The end comes after the beginning</source>
        <translation>Het einde komt na het begin</translation>
    </message>
    <message>
        <source>At most 31 days at once</source>
        <translation>Hoogstens 31 dagen tegelijk</translation>
    </message>
    <message>
        <source>A day that is still to come</source>
        <translation>Een dag die nog komt</translation>
    </message>
    <message>
        <source>At most two years from now</source>
        <translation>Hoogstens twee jaar vanaf nu</translation>
    </message>
    <message>
        <source>At most twelve people</source>
        <translation>Hoogstens twaalf mensen</translation>
    </message>
    <message>
        <source>Between 5 minutes and 8 hours</source>
        <translation>Tussen 5 minuten en 8 uur</translation>
    </message>
    <message>
        <source>Choose a product from the list</source>
        <translation>Kies een product uit de lijst</translation>
    </message>
    <message>
        <source>This place was for another visit: look again</source>
        <translation>Deze plek was voor een ander bezoek: zoek opnieuw</translation>
    </message>
    <message>
        <source>Say what happened, so that a colleague can go on from there</source>
        <translation>Zeg wat er gebeurde, zodat een collega verder kan</translation>
    </message>
    <message>
        <source>Shorter: at most 20,000 characters</source>
        <translation>Korter: hoogstens 20.000 tekens</translation>
    </message>
    <message>
        <source>Sign again: the picture is not complete</source>
        <translation>Teken opnieuw: het beeld is niet compleet</translation>
    </message>
    <message>
        <source>Sign again, with fewer lines</source>
        <translation>Teken opnieuw, met minder lijnen</translation>
    </message>
    <message>
        <source>Say who signed</source>
        <translation>Zeg wie er tekende</translation>
    </message>
    <message>
        <source>Say about whom or which address it is</source>
        <translation>Zeg over wie of welk adres het gaat</translation>
    </message>
    <message>
        <source>A skill is one word of letters, digits, - and _.</source>
        <translation>Een vaardigheid is één woord van letters, cijfers, - en _.</translation>
    </message>
    <message>
        <source>This cannot be kept like this</source>
        <translation>Zo is dit niet te bewaren</translation>
    </message>
    <message>
        <source>At each field stands what would be right. What you typed is still here.</source>
        <translation>Bij elk veld staat wat er goed zou zijn. Wat je typte staat er nog.</translation>
    </message>
    <message>
        <source>A colleague took this away</source>
        <translation>Een collega heeft dit weggehaald</translation>
    </message>
    <message>
        <source>What you typed is still here. Make a new one if it is needed.</source>
        <translation>Wat je typte staat er nog. Maak een nieuwe als het nodig is.</translation>
    </message>
    <message>
        <source>What you typed is still here. Save again to keep it.</source>
        <translation>Wat je typte staat er nog. Sla nog eens op om het te houden.</translation>
    </message>
    <message>
        <source>The calendar wants to know more</source>
        <translation>De agenda wil meer weten</translation>
    </message>
    <message>
        <source>Fill in what it asks for, then it can be booked.</source>
        <translation>Vul in waar de agenda om vraagt, dan kun je boeken.</translation>
    </message>
    <message>
        <source>The calendar booked something else</source>
        <translation>De agenda boekte iets anders</translation>
    </message>
    <message>
        <source>Nothing is promised yet. Choose a time again, and look in the calendar itself.</source>
        <translation>Er is nog niets beloofd. Kies opnieuw een tijd, en kijk ook in de agenda zelf.</translation>
    </message>
    <message>
        <source>It is not sure whether this was booked</source>
        <translation>Het is niet zeker of dit geboekt is</translation>
    </message>
    <message>
        <source>The calendar went away. Look there before you try again.</source>
        <translation>De agenda viel weg. Kijk daar eerst voor je het opnieuw doet.</translation>
    </message>
    <message>
        <source>The calendar says no</source>
        <translation>De agenda zegt nee</translation>
    </message>
    <message>
        <source>The time may be gone. Choose another one.</source>
        <translation>De tijd is misschien weg. Kies een andere.</translation>
    </message>
    <message>
        <source>The calendar does not let this program in</source>
        <translation>De agenda laat dit programma niet binnen</translation>
    </message>
    <message>
        <source>Tell the administrator. You can go on without it.</source>
        <translation>Zeg het tegen de beheerder. Je kunt zonder verder.</translation>
    </message>
    <message>
        <source>Another system went away while something was written there</source>
        <translation>Een ander systeem viel weg terwijl er iets werd opgeslagen</translation>
    </message>
    <message>
        <source>Look there before you try again.</source>
        <translation>Kijk daar eerst voor je het opnieuw doet.</translation>
    </message>
    <message>
        <source>A week at most is shown at once.</source>
        <translation>Er past hoogstens een week op het scherm.</translation>
    </message>
    <message>
        <source>Type a number: 1 is every time, 2 is every other time.</source>
        <translation>Typ een getal: 1 is elke keer, 2 is om de andere keer.</translation>
    </message>
    <message>
        <source>These are too many times at once. Choose fewer counters, or an earlier last day.</source>
        <translation>Dit is te veel in één keer. Kies minder balies, of een eerdere laatste dag.</translation>
    </message>
    <message>
        <source>Two years ahead at most.</source>
        <translation>Hoogstens twee jaar vooruit.</translation>
    </message>
    <message>
        <source>The last day lies before the first one.</source>
        <translation>De laatste dag ligt vóór de eerste.</translation>
    </message>
    <message>
        <source>Say up to which day it repeats.</source>
        <translation>Zeg tot en met welke dag het herhaalt.</translation>
    </message>
    <message>
        <source>The end lies after the beginning, on the same day.</source>
        <translation>Het einde ligt na het begin, op dezelfde dag.</translation>
    </message>
    <message>
        <source>Times go by five minutes, such as 12:05.</source>
        <translation>Tijden gaan per vijf minuten, zoals 12:05.</translation>
    </message>
    <message>
        <source>Choose at least one counter.</source>
        <translation>Kies minstens één balie.</translation>
    </message>
    <message>
        <source>Move what is promised first, or lay the block round it.</source>
        <translation>Verplaats eerst wat is toegezegd, of blokkeer eromheen.</translation>
    </message>
    <message>
        <source>Something is promised in that time</source>
        <translation>In die tijd is iets toegezegd</translation>
    </message>
    <message>
        <source>Your counter is not open</source>
        <translation>Je balie is niet open</translation>
    </message>
    <message>
        <source>Open it first; then you can call somebody.</source>
        <translation>Open eerst je balie; dan kun je iemand oproepen.</translation>
    </message>
    <message>
        <source>Somebody is at this counter already</source>
        <translation>Er staat al iemand aan deze balie</translation>
    </message>
    <message>
        <source>Finish with them first, or put them on hold.</source>
        <translation>Rond dat eerst af, of zet het in de wacht.</translation>
    </message>
    <message>
        <source>A colleague sits at this counter</source>
        <translation>Aan deze balie zit een collega</translation>
    </message>
    <message>
        <source>Choose another one, or ask them to close it.</source>
        <translation>Kies een andere balie, of vraag je collega om te sluiten.</translation>
    </message>
    <message>
        <source>A colleague called them first</source>
        <translation>Een collega was eerder met oproepen</translation>
    </message>
    <message>
        <source>Nobody else waits for your counter.</source>
        <translation>Voor jouw balie wacht verder niemand.</translation>
    </message>
    <message>
        <source>They are expected on another day, or elsewhere</source>
        <translation>Deze afspraak is op een andere dag of ergens anders</translation>
    </message>
    <message>
        <source>Move the appointment, or give them a ticket without one.</source>
        <translation>Verzet de afspraak, of geef een volgnummer zonder afspraak.</translation>
    </message>
    <message>
        <source>This is more persons than fit on one ticket.</source>
        <translation>Dit zijn meer personen dan op één volgnummer passen.</translation>
    </message>
    <message>
        <source>They do not come for a colleague in a room.</source>
        <translation>Deze bezoeker komt niet voor een collega op een kamer.</translation>
    </message>
    <message>
        <source>Say to whom, or for what.</source>
        <translation>Zeg naar wie, of waarvoor.</translation>
    </message>
    <message>
        <source>There is no such counter at this location.</source>
        <translation>Die balie is er niet op deze locatie.</translation>
    </message>
    <message>
        <source>Say what everybody who reported it is to be told.</source>
        <translation>Zeg wat alle melders te horen krijgen.</translation>
    </message>
    <message>
        <source>This is too long. A few sentences are enough.</source>
        <translation>Dit is te lang. Een paar zinnen is genoeg.</translation>
    </message>
    <message>
        <source>Choose which report it is about.</source>
        <translation>Kies om welke melding het gaat.</translation>
    </message>
    <message>
        <source>Degrees with a point, such as 52.71090</source>
        <translation>Graden met een punt, zoals 52.71090</translation>
    </message>
    <message>
        <source>These products do not go together</source>
        <translation>Deze producten gaan niet samen</translation>
    </message>
    <message>
        <source>Make two appointments, one after the other.</source>
        <translation>Maak twee afspraken, na elkaar.</translation>
    </message>
    <message>
        <source>Ask about the child first</source>
        <translation>Vraag eerst naar het kind</translation>
    </message>
    <message>
        <source>Consent and authority are asked for whoever is still a child. No is an answer too.</source>
        <translation>Toestemming en gezag vraag je voor wie nog een kind is. Nee is ook een antwoord.</translation>
    </message>
    <message>
        <source>This person died</source>
        <translation>Deze persoon is overleden</translation>
    </message>
    <message>
        <source>No message and no letter goes to them. Write to the family instead.</source>
        <translation>Er gaat geen bericht en geen brief naar deze persoon. Schrijf de familie.</translation>
    </message>
    <message>
        <source>An age is between 0 and 130 years.</source>
        <translation>Een leeftijd ligt tussen 0 en 130 jaar.</translation>
    </message>
    <message>
        <source>The time was held for other products. Choose the time again.</source>
        <translation>De tijd is vastgehouden voor andere producten. Kies de tijd opnieuw.</translation>
    </message>
    <message>
        <source>This day is still to come. Type the day of death.</source>
        <translation>Deze dag komt nog. Typ de dag van overlijden.</translation>
    </message>
    <message>
        <source>Nothing says that this person died</source>
        <translation>Nergens staat dat deze persoon is overleden</translation>
    </message>
    <message>
        <source>Note the day of death first, or call the appointment off as usual.</source>
        <translation>Noteer eerst de dag van overlijden, of zeg de afspraak gewoon af.</translation>
    </message>
    <message>
        <source>Say what is asked, so that a colleague can go on with it.</source>
        <translation>Zeg wat er gevraagd wordt, zodat een collega verder kan.</translation>
    </message>
    <message>
        <source>This is too long. Say in short what is asked.</source>
        <translation>Dit is te lang. Zeg kort wat er gevraagd wordt.</translation>
    </message>
    <message>
        <source>Say up to which day the note counts</source>
        <translation>Zeg tot en met welke dag het bericht geldt</translation>
    </message>
    <message>
        <source>Say what a visitor must know to stay safe</source>
        <translation>Zeg wat een bezoeker moet weten om veilig te blijven</translation>
    </message>
    <message>
        <source>Shorter: at most 2,000 characters</source>
        <translation>Korter: ten hoogste 2.000 tekens</translation>
    </message>
    <message>
        <source>At most 1,000 characters fit with an attempt. Shorten the note, or finish the conversation.</source>
        <translation>Bij een poging passen hoogstens 1.000 tekens. Kort de notitie in, of rond het gesprek af.</translation>
    </message>
    <message>
        <source>The note is confidential and this work is not. Take it out, or finish the conversation.</source>
        <translation>De notitie is vertrouwelijk en dit werk niet. Haal die weg, of rond het gesprek af.</translation>
    </message>
    <message>
        <source>This number was used before, for something else</source>
        <translation>Dit nummer is al voor iets anders gebruikt</translation>
    </message>
    <message>
        <source>What came in first stays as it is. Tell who sends it.</source>
        <translation>Wat er al was, blijft zoals het is. Meld het aan wie het verstuurt.</translation>
    </message>
    <message>
        <source>A source has small letters, digits, dots and dashes, at most 40.</source>
        <translation>Een bron heeft kleine letters, cijfers, punten en streepjes, hoogstens 40.</translation>
    </message>
    <message>
        <source>It has no number of its own.</source>
        <translation>Het heeft geen eigen nummer.</translation>
    </message>
    <message>
        <source>When it arrived has no time zone.</source>
        <translation>Bij het moment van aankomst staat geen tijdzone.</translation>
    </message>
    <message>
        <source>It says that it arrives later than now.</source>
        <translation>Er staat dat het later dan nu aankomt.</translation>
    </message>
    <message>
        <source>It says nothing: text and subject are empty.</source>
        <translation>Er staat niets in: tekst en onderwerp zijn leeg.</translation>
    </message>
    <message>
        <source>The text is too long: at most 20,000 characters.</source>
        <translation>De tekst is te lang: hoogstens 20.000 tekens.</translation>
    </message>
    <message>
        <source>There are too many files with it: at most 20.</source>
        <translation>Er zitten te veel bestanden bij: hoogstens 20.</translation>
    </message>
    <message>
        <source>Somebody logs in with DigiD and a BSN, or with eHerkenning and a KVK number.</source>
        <translation>Iemand logt in met DigiD en een BSN, of met eHerkenning en een KVK-nummer.</translation>
    </message>
    <message>
        <source>Somebody just took that time</source>
        <translation>Iemand nam net die tijd</translation>
    </message>
    <message>
        <source>Choose one of the times that are left.</source>
        <translation>Kies een van de tijden die er nog zijn.</translation>
    </message>
    <message>
        <source>This stands in another calendar</source>
        <translation>Dit staat in een andere agenda</translation>
    </message>
    <message>
        <source>It cannot be called off from here. Do it in that calendar itself.</source>
        <translation>Afzeggen kan niet vanaf hier. Doe het in die agenda zelf.</translation>
    </message>
    <message>
        <source>Fill in the number it has there.</source>
        <translation>Vul het nummer in dat het daar heeft.</translation>
    </message>
    <message>
        <source>Nothing is set to send messages with</source>
        <translation>Er is niets ingesteld om berichten mee te versturen</translation>
    </message>
    <message>
        <source>An administrator puts a mail server or NotifyNL in settings.toml.</source>
        <translation>Een beheerder zet een mailserver of NotifyNL in settings.toml.</translation>
    </message>
    <message>
        <source>The message was refused where it was to go out</source>
        <translation>De verzender weigert dit bericht</translation>
    </message>
    <message>
        <source>Look in the list of messages in doubt why that was.</source>
        <translation>Kijk in de lijst met berichten die iemand moet bekijken waarom dat zo is.</translation>
    </message>
    <message>
        <source>It is not sure whether this message was sent</source>
        <translation>Het is niet zeker of dit bericht is verzonden</translation>
    </message>
    <message>
        <source>Look there before you send it again.</source>
        <translation>Kijk eerst bij de verzender voordat je het nog een keer verstuurt.</translation>
    </message>
    <message>
        <source>Messages cannot go out at this moment</source>
        <translation>Berichten kunnen nu niet weg</translation>
    </message>
    <message>
        <source>They go out by themselves as soon as it can be done.</source>
        <translation>Ze gaan vanzelf weg zodra dat kan.</translation>
    </message>
    <message>
        <source>Another system is too busy at this moment</source>
        <translation>Een ander systeem heeft het nu te druk</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Probeer het over een minuut nog eens.</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>since {time}</source>
        <translation>sinds {time}</translation>
    </message>
    <message>
        <source>expected until {time}</source>
        <translation>verwacht tot {time}</translation>
    </message>
    <message>
        <source>It works again</source>
        <translation>Storing opgelost</translation>
    </message>
    <message>
        <source>It works again: {text}</source>
        <translation>Storing opgelost: {text}</translation>
    </message>
</context>
<context>
    <name>PresenceMenu</name>
    <message>
        <source>What are you doing?</source>
        <translation>Wat doe je?</translation>
    </message>
    <message>
        <source>Shows when this conversation is over</source>
        <translation>Zichtbaar na dit gesprek</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Klaar voor vandaag</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message numerus="yes">
        <source>You are still working on %n item(s)</source>
        <translation>
            <numerusform>Je bent nog met %n taak bezig</numerusform>
            <numerusform>Je bent nog met %n taken bezig</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back, a colleague can go on with them. Kept, they stay yours and nobody else sees to them.</source>
        <translation>Leg je ze terug, dan gaat een collega ermee verder. Houd je ze, dan blijven ze van jou en pakt niemand anders ze op.</translation>
    </message>
    <message>
        <source>Put back and close</source>
        <translation>Leg terug en sluit</translation>
    </message>
    <message>
        <source>Keep and close</source>
        <translation>Houd en sluit</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Blijf hier</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Klaar voor vandaag</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) went back to the queues; a colleague goes on with them.</source>
        <translation>
            <numerusform>%n taak ligt weer in de wachtrij; een collega gaat ermee verder.</numerusform>
            <numerusform>%n taken liggen weer in de wachtrij; een collega gaat ermee verder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probeer opnieuw</translation>
    </message>
</context>
<context>
    <name>OnlookerLine</name>
    <message>
        <source>{name} is changing this</source>
        <translation>{name} wijzigt dit</translation>
    </message>
    <message>
        <source>{name} is looking too</source>
        <translation>{name} kijkt mee</translation>
    </message>
    <message>
        <source>{name} and {other} are looking too</source>
        <translation>{name} en {other} kijken mee</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n other(s) are looking too</source>
        <translation>
            <numerusform>{name} en %n ander kijken mee</numerusform>
            <numerusform>{name} en %n anderen kijken mee</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>With an example</source>
        <translation>Met een voorbeeld</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>A colleague changed this first. What you typed is still here: save again to keep it.</source>
        <translation>Een collega veranderde dit eerder. Wat je typte staat er nog: sla nog eens op om het te houden.</translation>
    </message>
    <message>
        <source>The program fills these places: {places}</source>
        <translation>Deze plaatsen vult het programma in: {places}</translation>
    </message>
    <message>
        <source>Back to the standard text</source>
        <translation>Standaardtekst terug</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Search in this list</source>
        <translation>Zoek in deze lijst</translation>
    </message>
    <message>
        <source>Bring in a file</source>
        <translation>Bestand inlezen</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>niet opgeslagen</translation>
    </message>
    <message>
        <source>This list cannot be read now</source>
        <translation>Deze lijst is nu niet te lezen</translation>
    </message>
    <message>
        <source>There is nothing here yet</source>
        <translation>Hier staat nog niets</translation>
    </message>
    <message>
        <source>Make one, or bring in a file.</source>
        <translation>Maak er een, of lees een bestand in.</translation>
    </message>
    <message>
        <source>Nothing has these words</source>
        <translation>Nergens staan deze woorden</translation>
    </message>
    <message>
        <source>Clear the field to see them all.</source>
        <translation>Maak het veld leeg om alles te zien.</translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation>Geweigerde regels</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Het bestand wordt gelezen …</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Er is nog niets opgeslagen.</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>%n regel inlezen</numerusform>
            <numerusform>%n regels inlezen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to bring in.</source>
        <translation>Er is niets om in te lezen.</translation>
    </message>
    <message>
        <source>It is written. Other desks see it by themselves.</source>
        <translation>Het is opgeslagen. Andere bureaus zien het vanzelf.</translation>
    </message>
    <message>
        <source>This file cannot be brought in</source>
        <translation>Dit bestand is niet in te lezen</translation>
    </message>
    <message>
        <source>{added} new, {changed} changed, {same} the same, {refused} refused</source>
        <translation>{added} nieuw, {changed} gewijzigd, {same} hetzelfde, {refused} geweigerd</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>What residents come for, and what an appointment for it needs</source>
        <translation>Waar inwoners voor komen, en wat een afspraak daarvoor nodig heeft</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Nieuw product</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Wachtrijen</translation>
    </message>
    <message>
        <source>Where work waits, and within how much time it is done</source>
        <translation>Waar werk wacht, en binnen hoeveel tijd het klaar is</translation>
    </message>
    <message>
        <source>New queue</source>
        <translation>Nieuwe wachtrij</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>Locaties</translation>
    </message>
    <message>
        <source>Where residents come for an appointment</source>
        <translation>Waar inwoners komen voor een afspraak</translation>
    </message>
    <message>
        <source>New location</source>
        <translation>Nieuwe locatie</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Uren</translation>
    </message>
    <message>
        <source>When a location is open and a counter is staffed</source>
        <translation>Wanneer een locatie open is en een balie bezet</translation>
    </message>
    <message>
        <source>New hours</source>
        <translation>Nieuwe uren</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Balies</translation>
    </message>
    <message>
        <source>Desks at a location, and what they can do</source>
        <translation>Balies op een locatie, en wat ze kunnen</translation>
    </message>
    <message>
        <source>New counter</source>
        <translation>Nieuwe balie</translation>
    </message>
    <message>
        <source>Closures</source>
        <translation>Sluitingen</translation>
    </message>
    <message>
        <source>Holidays and other days or hours without appointments</source>
        <translation>Feestdagen en andere dagen of uren zonder afspraken</translation>
    </message>
    <message>
        <source>New closure</source>
        <translation>Nieuwe sluiting</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Teksten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Other words for it</source>
        <translation>Andere woorden ervoor</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Afdeling</translation>
    </message>
    <message>
        <source>Answer to read out</source>
        <translation>Antwoord om voor te lezen</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webpagina</translation>
    </message>
    <message>
        <source>Minutes of an appointment</source>
        <translation>Minuten van een afspraak</translation>
    </message>
    <message>
        <source>Minutes per extra person</source>
        <translation>Minuten per extra persoon</translation>
    </message>
    <message>
        <source>Most persons</source>
        <translation>Meeste personen</translation>
    </message>
    <message>
        <source>To bring, one thing a line</source>
        <translation>Meenemen, één ding per regel</translation>
    </message>
    <message>
        <source>They have to come themselves</source>
        <translation>De inwoner moet zelf komen</translation>
    </message>
    <message>
        <source>Skill of the counter</source>
        <translation>Vaardigheid van de balie</translation>
    </message>
    <message>
        <source>Locations; none is everywhere</source>
        <translation>Locaties; geen is overal</translation>
    </message>
    <message>
        <source>Online from</source>
        <translation>Digitaal vanaf</translation>
    </message>
    <message>
        <source>Web address for doing it online</source>
        <translation>Webadres om het digitaal te doen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In gebruik</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Skills, with a space between</source>
        <translation>Vaardigheden, met een spatie ertussen</translation>
    </message>
    <message>
        <source>Done within</source>
        <translation>Klaar binnen</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Geteld in</translation>
    </message>
    <message>
        <source>Place in the order</source>
        <translation>Plaats in de volgorde</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Tijdzone</translation>
    </message>
    <message>
        <source>Minutes between times on offer</source>
        <translation>Minuten tussen de tijden die je aanbiedt</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breedtegraad</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Lengtegraad</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Counter; empty is the location itself</source>
        <translation>Balie; leeg is de locatie zelf</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Geldt vanaf</translation>
    </message>
    <message>
        <source>Holds up to and including</source>
        <translation>Geldt tot en met</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Hours of the desk</source>
        <translation>Openingsuren</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Werkdagen</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Maandag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dinsdag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Woensdag</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donderdag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Vrijdag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Zaterdag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Zondag</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bevestiging</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Herinnering</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>residents</source>
        <translation>inwoners</translation>
    </message>
    <message>
        <source>companies</source>
        <translation>bedrijven</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>Vul dit in.</translation>
    </message>
    <message>
        <source>At most {detail} characters.</source>
        <translation>Hoogstens {detail} tekens.</translation>
    </message>
    <message>
        <source>Small letters, digits, - and _, without spaces.</source>
        <translation>Kleine letters, cijfers, - en _, zonder spaties.</translation>
    </message>
    <message>
        <source>A whole number, {detail}.</source>
        <translation>Een heel getal, {detail}.</translation>
    </message>
    <message>
        <source>A number, {detail}.</source>
        <translation>Een getal, {detail}.</translation>
    </message>
    <message>
        <source>Write a time as 08:30.</source>
        <translation>Schrijf een tijd als 08:30.</translation>
    </message>
    <message>
        <source>A time is on five minutes: 08:30 or 08:35.</source>
        <translation>Een tijd staat op vijf minuten: 08:30 of 08:35.</translation>
    </message>
    <message>
        <source>Write a date as 24-11-2026.</source>
        <translation>Schrijf een datum als 24-11-2026.</translation>
    </message>
    <message>
        <source>There is no such date.</source>
        <translation>Deze datum bestaat niet.</translation>
    </message>
    <message>
        <source>Choose yes or no.</source>
        <translation>Kies ja of nee.</translation>
    </message>
    <message>
        <source>Choose one of: {detail}.</source>
        <translation>Kies uit: {detail}.</translation>
    </message>
    <message>
        <source>A web address starts with http:// or https:// and has no spaces.</source>
        <translation>Een webadres begint met http:// of https:// en heeft geen spaties.</translation>
    </message>
    <message>
        <source>There is no such time zone. In the Netherlands it is Europe/Amsterdam.</source>
        <translation>Deze tijdzone bestaat niet. In Nederland is het Europe/Amsterdam.</translation>
    </message>
    <message>
        <source>This is not known here. Known are: {detail}.</source>
        <translation>Dit is hier niet bekend. Wel bekend: {detail}.</translation>
    </message>
    <message>
        <source>There are none yet. Make one in that list first.</source>
        <translation>Die zijn er nog niet. Maak er eerst een in die lijst.</translation>
    </message>
    <message>
        <source>This is there already.</source>
        <translation>Dit is er al.</translation>
    </message>
    <message>
        <source>This stands on line {detail}, too.</source>
        <translation>Dit staat ook op regel {detail}.</translation>
    </message>
    <message>
        <source>Several have this name here.</source>
        <translation>Er zijn er hier meer met deze naam.</translation>
    </message>
    <message>
        <source>This does not change any more: others refer to it. Make a new one.</source>
        <translation>Dit verandert niet meer: er wordt naar verwezen. Maak een nieuwe.</translation>
    </message>
    <message>
        <source>This queue stays: what belongs nowhere else comes here.</source>
        <translation>Deze wachtrij blijft: wat nergens anders hoort, komt hier.</translation>
    </message>
    <message>
        <source>This product has appointments. Take it out of use instead.</source>
        <translation>Dit product heeft afspraken. Zet het buiten gebruik.</translation>
    </message>
    <message>
        <source>Fill in the minutes, or this product has no appointments.</source>
        <translation>Vul de minuten in, anders heeft dit product geen afspraken.</translation>
    </message>
    <message>
        <source>Say from when it can be done online.</source>
        <translation>Zeg vanaf wanneer het digitaal kan.</translation>
    </message>
    <message>
        <source>A multiple of five minutes.</source>
        <translation>Een veelvoud van vijf minuten.</translation>
    </message>
    <message>
        <source>Fill in both, or neither.</source>
        <translation>Vul beide in, of geen van beide.</translation>
    </message>
    <message>
        <source>This is not after the beginning.</source>
        <translation>Dit is niet na het begin.</translation>
    </message>
    <message>
        <source>This is before the first day.</source>
        <translation>Dit ligt voor de eerste dag.</translation>
    </message>
    <message>
        <source>The places in a text are: {detail}.</source>
        <translation>De plaatsen in een tekst zijn: {detail}.</translation>
    </message>
    <message>
        <source>The cells do not fit the columns ({detail}).</source>
        <translation>De cellen passen niet bij de kolommen ({detail}).</translation>
    </message>
    <message>
        <source>These columns are missing: {detail}.</source>
        <translation>Deze kolommen ontbreken: {detail}.</translation>
    </message>
    <message>
        <source>The program does not know these columns: {detail}.</source>
        <translation>Deze kolommen kent het programma niet: {detail}.</translation>
    </message>
    <message>
        <source>A column is there twice.</source>
        <translation>Een kolom staat er twee keer.</translation>
    </message>
    <message>
        <source>The quotes do not match on line {line}.</source>
        <translation>De aanhalingstekens kloppen niet op regel {line}.</translation>
    </message>
    <message>
        <source>Line {line} holds a sign that belongs in no text.</source>
        <translation>Op regel {line} staat een teken dat in geen tekst hoort.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Dit bestand is leeg.</translation>
    </message>
    <message>
        <source>This is a workbook. Save it as “CSV UTF-8”.</source>
        <translation>Dit is een werkmap. Sla hem op als “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>This file is in UTF-16. Save it as “CSV UTF-8”.</source>
        <translation>Dit bestand staat in UTF-16. Sla het op als “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>This is no text in UTF-8. Save it as “CSV UTF-8”.</source>
        <translation>Dit is geen tekst in UTF-8. Sla het op als “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>This file is larger than {detail} MB.</source>
        <translation>Dit bestand is groter dan {detail} MB.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Dit bestand is er niet.</translation>
    </message>
    <message>
        <source>This is a folder. Choose a file.</source>
        <translation>Dit is een map. Kies een bestand.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Dit bestand is niet te lezen.</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>buiten gebruik</translation>
    </message>
    <message>
        <source>own text</source>
        <translation>eigen tekst</translation>
    </message>
    <message>
        <source>no appointments</source>
        <translation>geen afspraken</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>+{minutes} per person</source>
        <translation>+{minutes} per persoon</translation>
    </message>
    <message>
        <source>online from {day}</source>
        <translation>digitaal vanaf {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>vanaf {day}</translation>
    </message>
    <message>
        <source>up to {day}</source>
        <translation>tot en met {day}</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>overal</translation>
    </message>
    <message>
        <source>Nothing has this in its name</source>
        <translation>Niets heeft dit in zijn naam</translation>
    </message>
    <message>
        <source>There are none yet</source>
        <translation>Die zijn er nog niet</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>The location itself</source>
        <translation>De locatie zelf</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Regel {line}</translation>
    </message>
    <message>
        <source>A report about the street</source>
        <translation>Een melding over iets buiten</translation>
    </message>
    <message>
        <source>Workers outside</source>
        <translation>Medewerkers buiten</translation>
    </message>
    <message>
        <source>Who visits people, where, and where their day begins</source>
        <translation>Wie bij mensen langsgaat, waar, en waar de dag begint</translation>
    </message>
    <message>
        <source>New worker</source>
        <translation>Nieuwe medewerker</translation>
    </message>
    <message>
        <source>Their hours</source>
        <translation>Hun uren</translation>
    </message>
    <message>
        <source>When those who visit people work</source>
        <translation>Wanneer zij werken die bij mensen langsgaan</translation>
    </message>
    <message>
        <source>Their login at the desk</source>
        <translation>Account bij het bureau</translation>
    </message>
    <message>
        <source>Areas: how postcodes begin; empty is everywhere</source>
        <translation>Gebieden: begin van postcodes; leeg is overal</translation>
    </message>
    <message>
        <source>Where their day begins</source>
        <translation>Waar de dag begint</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Medewerker</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Leges</translation>
    </message>
    <message>
        <source>What products cost, by year and channel</source>
        <translation>Wat producten kosten, per jaar en kanaal</translation>
    </message>
    <message>
        <source>New fee</source>
        <translation>Nieuwe leges</translation>
    </message>
    <message>
        <source>Approach</source>
        <translation>Aanpak</translation>
    </message>
    <message>
        <source>Personal contact is advised</source>
        <translation>Persoonlijk contact is aan te raden</translation>
    </message>
    <message>
        <source>To bring besides, for a child</source>
        <translation>Ook meenemen voor een kind</translation>
    </message>
    <message>
        <source>Goes together with products of this group</source>
        <translation>Kan samen met producten van deze groep</translation>
    </message>
    <message>
        <source>Consent asked below age; 0 is never</source>
        <translation>Toestemming vragen onder; 0 is nooit</translation>
    </message>
    <message>
        <source>Authority asked below age; 0 is never</source>
        <translation>Gezag vragen onder; 0 is nooit</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>For whom, or how</source>
        <translation>Voor wie, of hoe</translation>
    </message>
    <message>
        <source>Amount in euros</source>
        <translation>Bedrag in euro</translation>
    </message>
    <message>
        <source>Only an example</source>
        <translation>Alleen een voorbeeld</translation>
    </message>
    <message>
        <source>Standardised</source>
        <translation>Gestandaardiseerd</translation>
    </message>
    <message>
        <source>Individual support</source>
        <translation>Individuele ondersteuning</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>Infrastructuur</translation>
    </message>
    <message>
        <source>Liveability</source>
        <translation>Leefbaarheid</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Write an amount as 83,87.</source>
        <translation>Schrijf een bedrag als 83,87.</translation>
    </message>
    <message>
        <source>This is another fee. Make that one, and take this one away.</source>
        <translation>Dit zijn andere leges. Maak die nieuw, en haal deze weg.</translation>
    </message>
    <message>
        <source>example</source>
        <translation>voorbeeld</translation>
    </message>
    <message>
        <source>Digital</source>
        <translation>Digitaal</translation>
    </message>
    <message>
        <source>Queue of what arrives about it</source>
        <translation>Wachtrij van wat erover binnenkomt</translation>
    </message>
    <message>
        <source>What arrives in these languages (eng, pol)</source>
        <translation>Wat in deze talen binnenkomt (eng, pol)</translation>
    </message>
    <message>
        <source>What residents and companies get about an appointment or a visit</source>
        <translation>Wat inwoners en bedrijven krijgen over een afspraak of een bezoek</translation>
    </message>
    <message>
        <source>Visit: confirmation</source>
        <translation>Bezoek: bevestiging</translation>
    </message>
    <message>
        <source>Visit: reminder</source>
        <translation>Bezoek: herinnering</translation>
    </message>
    <message>
        <source>Visit: letter</source>
        <translation>Bezoek: brief</translation>
    </message>
</context>
<context>
    <name>ListsPanel</name>
    <message>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
    <message>
        <source>The lists are for editors and administrators</source>
        <translation>De lijsten zijn voor redacteuren en beheerders</translation>
    </message>
    <message>
        <source>Your role does not keep them. Ask a colleague who does when something is not right.</source>
        <translation>Jouw rol houdt ze niet bij. Klopt er iets niet? Vraag het een collega die dat wel doet.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>What you change here holds on every desk.</source>
        <translation>Wat je hier verandert, geldt op elk bureau.</translation>
    </message>
    <message>
        <source>is for an editor or an administrator</source>
        <translation>is voor een redacteur of beheerder</translation>
    </message>
    <message>
        <source>choose an entry first</source>
        <translation>kies eerst een regel</translation>
    </message>
    <message>
        <source>what others refer to goes out of use instead</source>
        <translation>waar naar verwezen wordt, zet je buiten gebruik</translation>
    </message>
    <message>
        <source>these are all there are</source>
        <translation>meer zijn er niet</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Koppelingen</translation>
    </message>
    <message>
        <source>go to the connections first</source>
        <translation>ga eerst naar de koppelingen</translation>
    </message>
    <message>
        <source>choose a list first</source>
        <translation>kies eerst een lijst</translation>
    </message>
</context>
<context>
    <name>OutsideList</name>
    <message>
        <source>They were promised before this change.</source>
        <translation>Ze zijn beloofd voor deze wijziging.</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) outside the hours: call these people</source>
        <translation>
            <numerusform>Eén afspraak buiten de openingstijden: bel deze inwoner</numerusform>
            <numerusform>%n afspraken buiten de openingstijden: bel deze inwoners</numerusform>
        </translation>
    </message>
    <message>
        <source>What lies outside the hours</source>
        <translation>Wat buiten de tijden valt</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) outside hours or area: move them on On location</source>
        <translation>
            <numerusform>Eén bezoek buiten werktijd of gebied: verzet het bij Op locatie</numerusform>
            <numerusform>%n bezoeken buiten werktijd of gebied: verzet ze bij Op locatie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>My work</source>
        <translation>Mijn werk</translation>
    </message>
    <message>
        <source>My promises</source>
        <translation>Mijn beloften</translation>
    </message>
    <message>
        <source>Not reached, try again</source>
        <translation>Niet bereikt, opnieuw</translation>
    </message>
    <message>
        <source>Of the night</source>
        <translation>Van de nacht</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Fits me</source>
        <translation>Past bij mij</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Past norm</source>
        <translation>Over norm</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Settled without a talk</source>
        <translation>Afgehandeld zonder gesprek</translation>
    </message>
    <message>
        <source>Not reached, we stop</source>
        <translation>Niet bereikt, we stoppen</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <translation>Niet meer nodig</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>genomen</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>teruggegeven</translation>
    </message>
    <message>
        <source>back at the end of the shift</source>
        <translation>terug aan het eind van de dienst</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>overgedragen</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>niet bereikt</translation>
    </message>
    <message>
        <source>asked again</source>
        <translation>opnieuw gevraagd</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>{time} over</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>nog {time}</translation>
    </message>
    <message>
        <source>empty · all taken up</source>
        <translation>leeg · alles opgepakt</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>op tijd</translation>
    </message>
    <message>
        <source>oldest {age}</source>
        <translation>oudste {age}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} u</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>norm: {norm}</source>
        <translation>norm: {norm}</translation>
    </message>
    <message>
        <source>to {whom}</source>
        <translation>aan {whom}</translation>
    </message>
    <message>
        <source>again {moment}</source>
        <translation>weer {moment}</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02}</source>
        <translation>{hours} u {minutes:02}</translation>
    </message>
    <message>
        <source>{name} is calling now</source>
        <translation>{name} belt nu</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>voor {name}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>vrij</translation>
    </message>
    <message>
        <source>Sent by {name}, through {source}</source>
        <translation>Van {name}, via {source}</translation>
    </message>
    <message>
        <source>Sent by nobody who says a name, through {source}</source>
        <translation>Van iemand die geen naam noemt, via {source}</translation>
    </message>
    <message>
        <source>It may be of: {names}. Ask before you choose.</source>
        <translation>Dit kan zijn van: {names}. Vraag het na voordat je kiest.</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>niet bewaard</translation>
    </message>
    <message>
        <source>Files with it: {files}</source>
        <translation>Bestanden erbij: {files}</translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n dag over</numerusform>
            <numerusform>%n dagen over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past norm</source>
        <translation>
            <numerusform>%n over norm</numerusform>
            <numerusform>%n over norm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nearly</source>
        <translation>
            <numerusform>%n bijna</numerusform>
            <numerusform>%n bijna</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n vrij</numerusform>
            <numerusform>%n vrij</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>%n keer geprobeerd</numerusform>
            <numerusform>%n keer geprobeerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked again %n time(s)</source>
        <translation>
            <numerusform>%n keer herinnerd</numerusform>
            <numerusform>%n keer herinnerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n working day(s)</source>
        <translation>
            <numerusform>binnen %n werkdag</numerusform>
            <numerusform>binnen %n werkdagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n hour(s)</source>
        <translation>
            <numerusform>binnen %n uur</numerusform>
            <numerusform>binnen %n uur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n minute(s)</source>
        <translation>
            <numerusform>binnen %n minuut</numerusform>
            <numerusform>binnen %n minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Heading</name>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Question and resident</source>
        <translation>Vraag en inwoner</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Bij wie</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Binnen</translation>
    </message>
</context>
<context>
    <name>Queues</name>
    <message>
        <source>Queues</source>
        <translation>Wachtrijen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>Team {name}</source>
        <translation>Team {name}</translation>
    </message>
    <message>
        <source>Everybody's</source>
        <translation>Hele KCC</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Opened: {title}</source>
        <translation>Geopend: {title}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Why you hand it over</source>
        <translation>Waarom je het overdraagt</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Draag over</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Neem</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bel</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Afspraak</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit af</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Geef terug</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>{name} works on it.</source>
        <translation>{name} is hiermee bezig.</translation>
    </message>
    <message>
        <source>nobody's name</source>
        <translation>op niemands naam</translation>
    </message>
    <message>
        <source>promised {moment}</source>
        <translation>beloofd {moment}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>door {name}</translation>
    </message>
    <message>
        <source>To {whom}</source>
        <translation>Aan {whom}</translation>
    </message>
    <message>
        <source>Say why: who gets it must know.</source>
        <translation>Zeg waarom: wie het krijgt moet dat weten.</translation>
    </message>
    <message>
        <source>Visit on location</source>
        <translation>Bezoek op locatie</translation>
    </message>
    <message>
        <source>What do you tell the citizen?</source>
        <translation>Wat zeg je de inwoner?</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Mag leeg blijven</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>You call about</source>
        <translation>Je belt over</translation>
    </message>
    <message>
        <source>Done after this</source>
        <translation>Daarna klaar</translation>
    </message>
    <message>
        <source>Stays open</source>
        <translation>Blijft open</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Wat ermee gebeurt</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Niet bereikt</translation>
    </message>
    <message>
        <source>{reference} · promised {moment}</source>
        <translation>{reference} · beloofd {moment}</translation>
    </message>
</context>
<context>
    <name>RappelOffer</name>
    <message>
        <source>This was promised already</source>
        <translation>Dit is al beloofd</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Herinner</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>Nieuwe belofte</translation>
    </message>
    <message>
        <source>promised {moment}</source>
        <translation>beloofd {moment}</translation>
    </message>
    <message>
        <source>promised {moment}, too late</source>
        <translation>beloofd {moment}, te laat</translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message numerus="yes">
        <source>reminded %n time(s)</source>
        <translation>
            <numerusform>%n keer herinnerd</numerusform>
            <numerusform>%n keer herinnerd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Take</source>
        <translation>Neem</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>sorted by norm</source>
        <translation>gesorteerd op norm</translation>
    </message>
    <message>
        <source>oldest first</source>
        <translation>oudste eerst</translation>
    </message>
    <message>
        <source>Nothing like this here</source>
        <translation>Hier is niets van dit soort</translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>Hier wacht niets</translation>
    </message>
    <message>
        <source>Show all, or choose another queue.</source>
        <translation>Toon alles, of kies een andere wachtrij.</translation>
    </message>
    <message>
        <source>Choose another queue, or next.</source>
        <translation>Kies een andere wachtrij.</translation>
    </message>
    <message>
        <source>New work</source>
        <translation>Nieuw werk</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Nobody and nothing has this name.</source>
        <translation>Niemand en niets heet zo.</translation>
    </message>
    <message>
        <source>Nothing by that name</source>
        <translation>Niets met die naam</translation>
    </message>
</context>
<context>
    <name>Opened</name>
    <message>
        <source>When again?</source>
        <translation>Wanneer opnieuw?</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>Hoe is het afgelopen?</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>Aan wie?</translation>
    </message>
    <message>
        <source>Which product?</source>
        <translation>Voor welk product?</translation>
    </message>
    <message>
        <source>Appointment {day} {time}, {place}. Code {code}.</source>
        <translation>Afspraak {day} {time}, {place}. Code {code}.</translation>
    </message>
    <message>
        <source>Visit {day} between {begin} and {end}. Code {code}.</source>
        <translation>Bezoek {day} tussen {begin} en {end}. Code {code}.</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Werk in deze wachtrij</translation>
    </message>
    <message>
        <source>choose an item first</source>
        <translation>kies eerst een regel</translation>
    </message>
    <message>
        <source>{name} was first and works on it.</source>
        <translation>{name} was eerder en is hiermee bezig.</translation>
    </message>
    <message>
        <source>looks too: {names}</source>
        <translation>kijkt mee: {names}</translation>
    </message>
    <message>
        <source>Nothing is left here that fits you.</source>
        <translation>Er ligt hier niets meer dat bij je past.</translation>
    </message>
    <message>
        <source>Resident or company</source>
        <translation>Inwoner of bedrijf</translation>
    </message>
    <message>
        <source>It stands in the queue.</source>
        <translation>Het staat in de wachtrij.</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>covered</source>
        <translation>afgedekt</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>Week {number}</translation>
    </message>
    <message>
        <source>on hold by a colleague</source>
        <translation>vastgehouden door een collega</translation>
    </message>
    <message>
        <source>another block</source>
        <translation>een ander blok</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>blocked, {reason}</source>
        <translation>geblokkeerd, {reason}</translation>
    </message>
    <message>
        <source>held by {who} until {time}</source>
        <translation>vastgehouden door {who} tot {time}</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>extra</translation>
    </message>
    <message>
        <source>free</source>
        <translation>vrij</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>{who} · until {time}</source>
        <translation>{who} · tot {time}</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>bezet</translation>
    </message>
    <message>
        <source>this counter does not do it</source>
        <translation>deze balie doet dit niet</translation>
    </message>
    <message>
        <source>nobody sits there the whole time</source>
        <translation>daar zit niet de hele tijd iemand</translation>
    </message>
    <message>
        <source>that time is over</source>
        <translation>dat tijdstip is voorbij</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>niet gekomen</translation>
    </message>
    <message>
        <source>served</source>
        <translation>geholpen</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>wordt geholpen</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>is er</translation>
    </message>
    <message>
        <source>Loc</source>
        <translation>Loc</translation>
    </message>
    <message>
        <source>{who} · on location</source>
        <translation>{who} · op locatie</translation>
    </message>
    <message>
        <source>{minutes} min driving</source>
        <translation>{minutes} min rijden</translation>
    </message>
</context>
<context>
    <name>AgendaCounts</name>
    <message numerus="yes">
        <source>%n promise(s) in that time</source>
        <translation>
            <numerusform>%n toezegging in die tijd</numerusform>
            <numerusform>%n toezeggingen in die tijd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persoon</numerusform>
            <numerusform>%n personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on hold</source>
        <translation>
            <numerusform>%n vastgehouden</numerusform>
            <numerusform>%n vastgehouden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n afspraak</numerusform>
            <numerusform>%n afspraken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n bezoek</numerusform>
            <numerusform>%n bezoeken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaHeader</name>
    <message>
        <source>{what} to {where}. Enter moves it, Esc leaves it.</source>
        <translation>{what} naar {where}. Enter verplaatst, Esc laat staan.</translation>
    </message>
    <message>
        <source>Later on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
    <message>
        <source>Day or week</source>
        <translation>Dag of week</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Collega's</translation>
    </message>
    <message>
        <source>On location</source>
        <translation>Op locatie</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Balies</translation>
    </message>
</context>
<context>
    <name>AgendaPanel</name>
    <message>
        <source>nothing is covered</source>
        <translation>er is niets afgedekt</translation>
    </message>
    <message>
        <source>Moved to {when}, {counter}. The code stays {code}.</source>
        <translation>Verplaatst naar {when}, {counter}. De code blijft {code}.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
</context>
<context>
    <name>BlockForm</name>
    <message>
        <source>Block round these</source>
        <translation>Eromheen blokkeren</translation>
    </message>
    <message>
        <source>and more: {number}</source>
        <translation>en nog {number}</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Balies</translation>
    </message>
    <message>
        <source>Days, with commas between</source>
        <translation>Dagen, met komma's ertussen</translation>
    </message>
    <message>
        <source>Not on</source>
        <translation>Niet op</translation>
    </message>
    <message>
        <source>Up to and including</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Every so many</source>
        <translation>Om de</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Herhalen</translation>
    </message>
    <message>
        <source>Same weekday</source>
        <translation>Zelfde weekdag</translation>
    </message>
    <message>
        <source>Same date</source>
        <translation>Zelfde datum</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Elke week</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Eén keer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Break, training, outage …</source>
        <translation>Pauze, training, storing …</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blokkeren</translation>
    </message>
    <message>
        <source>Block time</source>
        <translation>Tijd blokkeren</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>choose a time first</source>
        <translation>kies eerst een tijd</translation>
    </message>
    <message>
        <source>choose a product first</source>
        <translation>kies eerst een product</translation>
    </message>
    <message>
        <source>your role does not overbook</source>
        <translation>jouw rol mag niet overboeken</translation>
    </message>
    <message>
        <source>your role does not block time</source>
        <translation>jouw rol mag geen tijd blokkeren</translation>
    </message>
    <message>
        <source>choose an appointment first</source>
        <translation>kies eerst een afspraak</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Bring: {things}</source>
        <translation>Meenemen: {things}</translation>
    </message>
    <message>
        <source>Extra: {reason}</source>
        <translation>Extra: {reason}</translation>
    </message>
    <message>
        <source>Made by {who}</source>
        <translation>Gemaakt door {who}</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Afzeggen</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Andere tijd</translation>
    </message>
    <message>
        <source>To this resident</source>
        <translation>Naar deze inwoner</translation>
    </message>
</context>
<context>
    <name>MonthDays</name>
    <message>
        <source>Month</source>
        <translation>Maand</translation>
    </message>
</context>
<context>
    <name>OverbookForm</name>
    <message>
        <source>{product}, {day} {time}, {counter}. Seen as extra by everybody.</source>
        <translation>{product}, {day} {time}, {counter}. Iedereen ziet dat dit een extra afspraak is.</translation>
    </message>
    <message>
        <source>Travels tomorrow, was sent away …</source>
        <translation>Reist morgen, is eerder weggestuurd …</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>Wie komt er</translation>
    </message>
    <message>
        <source>Overbook</source>
        <translation>Overboeken</translation>
    </message>
    <message>
        <source>One more than there is room for</source>
        <translation>Eén meer dan er plaats is</translation>
    </message>
</context>
<context>
    <name>SearchColumn</name>
    <message>
        <source>Type a few letters</source>
        <translation>Typ een paar letters</translation>
    </message>
    <message>
        <source>How many persons?</source>
        <translation>Hoeveel personen?</translation>
    </message>
    <message>
        <source>No product has appointments.</source>
        <translation>Voor geen enkel product zijn er afspraken.</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>Kies een product</translation>
    </message>
    <message>
        <source>Choose a location</source>
        <translation>Kies een locatie</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Nothing is free in the next sixty days.</source>
        <translation>De komende zestig dagen is niets vrij.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Zoeken …</translation>
    </message>
    <message>
        <source>Choose a product to see its first times.</source>
        <translation>Kies een product voor de eerste tijden.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>First free</source>
        <translation>Eerste vrij</translation>
    </message>
    <message>
        <source>First free times</source>
        <translation>Eerste vrije tijden</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>For which product?</source>
        <translation>Voor welk product?</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>No location yet</source>
        <translation>Nog geen locatie</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Volgende maand</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Vorige maand</translation>
    </message>
    <message>
        <source>Search in the agenda</source>
        <translation>Zoeken in de agenda</translation>
    </message>
</context>
<context>
    <name>UnblockForm</name>
    <message>
        <source>Which times</source>
        <translation>Welke keren</translation>
    </message>
    <message>
        <source>This and later</source>
        <translation>Deze en latere</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>Deze keer</translation>
    </message>
    <message>
        <source>Free this time</source>
        <translation>Tijd vrijgeven</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblokkeerd</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Arrivals</source>
        <translation>Aankomsten</translation>
    </message>
    <message>
        <source>Code or name</source>
        <translation>Code of naam</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Balies</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Bezoekers</translation>
    </message>
    <message>
        <source>Whom they come for</source>
        <translation>Voor wie ze komen</translation>
    </message>
    <message>
        <source>Without an appointment</source>
        <translation>Zonder afspraak</translation>
    </message>
    <message>
        <source>Expected today</source>
        <translation>Vandaag verwacht</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>Gemeld bij collega</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Opgehaald</translation>
    </message>
    <message>
        <source>Nobody by that code or name is expected here today.</source>
        <translation>Niemand met die code of naam wordt hier vandaag verwacht.</translation>
    </message>
    <message>
        <source>Nobody is expected today.</source>
        <translation>Er wordt vandaag niemand verwacht.</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Name covered</source>
        <translation>Naam afgedekt</translation>
    </message>
    <message>
        <source>Pause this counter</source>
        <translation>Balie even dicht</translation>
    </message>
    <message>
        <source>Close this counter</source>
        <translation>Balie sluiten</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Weer openen</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>tolk</translation>
    </message>
    <message>
        <source>wheelchair</source>
        <translation>rolstoel</translation>
    </message>
    <message>
        <source>digital help</source>
        <translation>digitale hulp</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>verwacht</translation>
    </message>
    <message>
        <source>late</source>
        <translation>te laat</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>aangemeld</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>wordt geholpen</translation>
    </message>
    <message>
        <source>served</source>
        <translation>geholpen</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>niet gekomen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>even dicht</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>called to {counter}</source>
        <translation>opgeroepen naar {counter}</translation>
    </message>
    <message>
        <source>at {counter}</source>
        <translation>bij {counter}</translation>
    </message>
    <message>
        <source>on hold, {counter}</source>
        <translation>in de wacht, {counter}</translation>
    </message>
    <message>
        <source>No DigiD</source>
        <translation>Geen DigiD</translation>
    </message>
    <message>
        <source>Online did not work</source>
        <translation>Online lukte niet</translation>
    </message>
    <message>
        <source>Needs help with it</source>
        <translation>Heeft hulp nodig</translation>
    </message>
    <message>
        <source>Prefers the counter</source>
        <translation>Liever aan de balie</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Andere reden</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Nog niets gekozen</translation>
    </message>
    <message>
        <source>{low}–{high} min</source>
        <translation>{low}–{high} min</translation>
    </message>
    <message>
        <source>announced {time}</source>
        <translation>gemeld om {time}</translation>
    </message>
</context>
<context>
    <name>CounterPanel</name>
    <message>
        <source>nothing is covered</source>
        <translation>er is niets afgedekt</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>choose your counter first</source>
        <translation>kies eerst je balie</translation>
    </message>
    <message>
        <source>call somebody first</source>
        <translation>roep eerst iemand op</translation>
    </message>
    <message>
        <source>choose somebody in the list first</source>
        <translation>kies eerst iemand in de lijst</translation>
    </message>
    <message>
        <source>Send on to</source>
        <translation>Doorsturen naar</translation>
    </message>
    <message>
        <source>My counter</source>
        <translation>Mijn balie</translation>
    </message>
    <message>
        <source>{number} is for them</source>
        <translation>Het volgnummer is {number}</translation>
    </message>
    <message>
        <source>No appointment by that code or name</source>
        <translation>Geen afspraak met die code of naam</translation>
    </message>
    <message>
        <source>Give them a ticket without one.</source>
        <translation>Geef een volgnummer zonder afspraak.</translation>
    </message>
    <message>
        <source>{day} at {time}, {place}</source>
        <translation>{day} om {time}, {place}</translation>
    </message>
    <message>
        <source>They are expected elsewhere, or on another day</source>
        <translation>Deze afspraak is ergens anders of op een andere dag</translation>
    </message>
    <message>
        <source>Went away without help?</source>
        <translation>Weggegaan zonder hulp?</translation>
    </message>
    <message>
            <source>begin a ticket without an appointment first</source>
            <translation>begin eerst een volgnummer zonder afspraak</translation>
        </message>
</context>
<context>
    <name>MyCounter</name>
    <message>
        <source>My counter</source>
        <translation>Mijn balie</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>What it is about; this stands on the timeline</source>
        <translation>Waar het over gaat; dit komt bij de contacten te staan</translation>
    </message>
    <message>
        <source>To bring</source>
        <translation>Meenemen</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Opnieuw oproepen</translation>
    </message>
    <message>
        <source>Back in the row</source>
        <translation>Terug in de rij</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Niet gekomen</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Geen legitimatie</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>In de wacht</translation>
    </message>
    <message>
        <source>Send on</source>
        <translation>Doorsturen</translation>
    </message>
    <message>
        <source>Where do you sit?</source>
        <translation>Waar zit je?</translation>
    </message>
    <message>
        <source>You sit at no counter yet</source>
        <translation>Je zit nog aan geen balie</translation>
    </message>
    <message>
        <source>Choose yours; then you can call somebody.</source>
        <translation>Kies je balie; dan kun je iemand oproepen.</translation>
    </message>
    <message>
        <source>Choose a counter</source>
        <translation>Balie kiezen</translation>
    </message>
    <message>
        <source>Your counter is paused</source>
        <translation>Je balie is even dicht</translation>
    </message>
    <message>
        <source>Nobody is called until you open it again.</source>
        <translation>Er wordt niemand opgeroepen tot je weer opent.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Weer openen</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>Er wacht 1 inwoner voor jou</numerusform>
            <numerusform>Er wachten %n inwoners voor jou</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody waits for you</source>
        <translation>Er wacht niemand voor jou</translation>
    </message>
    <message>
        <source>Call the next one, or choose somebody in the list.</source>
        <translation>Roep de volgende op, of kies iemand in de lijst.</translation>
    </message>
    <message>
        <source>Well done.</source>
        <translation>Goed gedaan.</translation>
    </message>
    <message>
        <source>Call the next one</source>
        <translation>Volgende oproepen</translation>
    </message>
    <message>
        <source>Identity document seen</source>
        <translation>Legitimatie gezien</translation>
    </message>
    <message>
        <source>No document seen</source>
        <translation>Geen legitimatie gezien</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Help, document seen</source>
        <translation>Helpen, legitimatie gezien</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Afspraak</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>Gekomen om</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Note along</source>
        <translation>Notitie erbij</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Ticket {number}.pdf</source>
        <translation>Volgnummer {number}.pdf</translation>
    </message>
    <message>
        <source>Keep the ticket (PDF)</source>
        <translation>Volgnummer bewaren (PDF)</translation>
    </message>
    <message>
        <source>The ticket could not be kept there</source>
        <translation>Het volgnummer kan daar niet worden bewaard</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Kies een andere plek.</translation>
    </message>
    <message>
        <source>The ticket is kept as {name}.</source>
        <translation>Het volgnummer is bewaard als {name}.</translation>
    </message>
</context>
<context>
    <name>WaitingRoomWindow</name>
    <message>
        <source>Waiting room</source>
        <translation>Wachtkamer</translation>
    </message>
    <message>
        <source>Who is called</source>
        <translation>Wie wordt opgeroepen</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>1 wacht</numerusform>
            <numerusform>%n wachten</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} to {counter}</source>
        <translation>{number} naar {counter}</translation>
    </message>
    <message>
        <source>Nobody is called just now</source>
        <translation>Er wordt nu niemand opgeroepen</translation>
    </message>
</context>
<context>
    <name>WalkInForm</name>
    <message>
        <source>Without an appointment</source>
        <translation>Zonder afspraak</translation>
    </message>
    <message>
        <source>Give a ticket</source>
        <translation>Volgnummer geven</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>What for, or for whom?</source>
        <translation>Waarvoor, of voor wie?</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Only when they give it</source>
        <translation>Alleen als iemand die geeft</translation>
    </message>
    <message>
        <source>goes first: accessibility or medical</source>
        <translation>gaat voor: toegankelijkheid of medisch</translation>
    </message>
    <message>
        <source>Why at the counter</source>
        <translation>Waarom aan de balie</translation>
    </message>
    <message>
        <source>Product or host</source>
        <translation>Product of collega</translation>
    </message>
    <message>
        <source>Nothing by that name</source>
        <translation>Niets met die naam</translation>
    </message>
    <message>
        <source>This is done online. Offer that first, or say why not.</source>
        <translation>Dit kan online. Bied dat eerst aan, of zeg waarom niet.</translation>
    </message>
</context>
<context>
    <name>Street</name>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in behandeling</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>opgelost</translation>
    </message>
</context>
<context>
    <name>StreetSection</name>
    <message>
        <source>Where is it?</source>
        <translation>Waar is het?</translation>
    </message>
    <message>
        <source>Reported here already</source>
        <translation>Hier al gemeld</translation>
    </message>
    <message>
        <source>Not the same after all</source>
        <translation>Toch iets anders</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Aangesloten</translation>
    </message>
    <message>
        <source>On the map: {latitude}, {longitude}</source>
        <translation>Op de kaart: {latitude}, {longitude}</translation>
    </message>
    <message>
        <source>Not on the map yet. Paste a point, such as 52.71080, 5.74860.</source>
        <translation>Nog niet op de kaart. Plak een punt, zoals 52.71080, 5.74860.</translation>
    </message>
    <message>
        <source>With a point colleagues find it, and you see what is reported there.</source>
        <translation>Met een punt vindt een collega het, en zie je wat daar al gemeld is.</translation>
    </message>
    <message>
        <source>Reported together with {reference}</source>
        <translation>Gemeld bij {reference}</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>op {metres} m</translation>
    </message>
    <message numerus="yes">
        <source>%n reporter(s)</source>
        <translation>
            <numerusform>%n melder</numerusform>
            <numerusform>%n melders</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste a point, or type a postcode</source>
        <translation>Plak een punt of typ een postcode</translation>
    </message>
    <message>
        <source>In the middle of the postcode. Paste a point when you know it better.</source>
        <translation>Midden van de postcode. Plak een punt als je het preciezer weet.</translation>
    </message>
</context>
<context>
    <name>StreetReportForm</name>
    <message>
        <source>A report about the street</source>
        <translation>Een melding over de straat</translation>
    </message>
    <message>
        <source>Which report</source>
        <translation>Welke melding</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>Somebody is on it</source>
        <translation>Iemand is ermee bezig</translation>
    </message>
    <message>
        <source>What everybody who reported it is to be told</source>
        <translation>Wat alle melders horen</translation>
    </message>
    <message>
        <source>Number, product or place</source>
        <translation>Nummer, product of plek</translation>
    </message>
    <message>
        <source>No open report was found.</source>
        <translation>Geen open melding gevonden.</translation>
    </message>
    <message numerus="yes">
        <source>Solved: tell %n reporter(s)</source>
        <translation>
            <numerusform>Opgelost: laat %n melder weten</numerusform>
            <numerusform>Opgelost: laat %n melders weten</numerusform>
        </translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Opgelost</translation>
    </message>
    <message numerus="yes">
        <source>%n reporter(s)</source>
        <translation>
            <numerusform>%n melder</numerusform>
            <numerusform>%n melders</numerusform>
        </translation>
    </message>
    <message>
        <source>What you reported to us (“{product}”, number {reference}) is solved.</source>
        <translation>Uw melding “{product}” (nummer {reference}) is opgelost.</translation>
    </message>
    <message>
        <source>Let them know: {message}</source>
        <translation>Laat weten: {message}</translation>
    </message>
</context>
<context>
    <name>StreetReports</name>
    <message>
        <source>{reference} is in progress</source>
        <translation>{reference} is in behandeling</translation>
    </message>
    <message>
        <source>Whoever reports it next is told so.</source>
        <translation>Wie dit hierna meldt, hoort dat.</translation>
    </message>
    <message>
        <source>{reference} is solved</source>
        <translation>{reference} is opgelost</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to reporters wait in the queue.</source>
        <translation>
            <numerusform>%n bericht aan een melder staat in de wachtrij.</numerusform>
            <numerusform>%n berichten aan melders staan in de wachtrij.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>Went away without help</source>
        <translation>Weggegaan zonder hulp</translation>
    </message>
    <message>
        <source>identity document, at the counter</source>
        <translation>legitimatie, aan de balie</translation>
    </message>
    <message>
        <source>{number} is next for you.</source>
        <translation>{number} is de volgende voor jou.</translation>
    </message>
</context>
<context>
    <name>Tickets</name>
    <message>
        <source>Tickets</source>
        <translation>Volgnummers</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Waiting room</source>
        <translation>Wachtkamer</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Balie</translation>
    </message>
    <message>
        <source>There are no counters</source>
        <translation>Er zijn geen balies</translation>
    </message>
    <message>
        <source>Add them under Settings.</source>
        <translation>Voeg ze toe bij Beheer.</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Er wacht niemand</translation>
    </message>
    <message>
        <source>Who is checked in, stands here.</source>
        <translation>Wie zich aanmeldt, staat hier.</translation>
    </message>
    <message>
        <source>At a counter</source>
        <translation>Aan een balie</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>1 wacht</numerusform>
            <numerusform>%n wachten</numerusform>
        </translation>
    </message>
    <message>
        <source>{waiting} · longest {minutes} min</source>
        <translation>{waiting} · langste {minutes} min</translation>
    </message>
    <message numerus="yes">
        <source>%n counter(s) open</source>
        <translation>
            <numerusform>1 balie open</numerusform>
            <numerusform>%n balies open</numerusform>
        </translation>
    </message>
    <message>
            <source>Figures of the day</source>
            <translation>Cijfers van de dag</translation>
        </message>
</context>
<context>
    <name>Approach</name>
    <message>
        <source>Standard</source>
        <translation>Standaard</translation>
    </message>
    <message>
        <source>Care and help</source>
        <translation>Zorg en hulp</translation>
    </message>
    <message>
        <source>Roads and streets</source>
        <translation>Wegen en straten</translation>
    </message>
    <message>
        <source>Life in the neighbourhood</source>
        <translation>Leven in de buurt</translation>
    </message>
    <message>
        <source>online, done at once</source>
        <translation>online, meteen klaar</translation>
    </message>
    <message>
        <source>a talk, few words, the neighbourhood team</source>
        <translation>een gesprek, weinig woorden, het wijkteam</translation>
    </message>
    <message>
        <source>a place; an initiative gets a talk</source>
        <translation>een plek; een initiatief krijgt een gesprek</translation>
    </message>
    <message>
        <source>together with whom it concerns</source>
        <translation>samen met wie het aangaat</translation>
    </message>
    <message>
        <source>Write down only what is needed. It is confidential: your cluster sees it.</source>
        <translation>Schrijf alleen op wat nodig is. Het is vertrouwelijk: alleen je cluster ziet het.</translation>
    </message>
    <message>
        <source>Note who else it concerns.</source>
        <translation>Noteer wie het nog meer aangaat.</translation>
    </message>
    <message>
        <source>More is going on</source>
        <translation>Er speelt meer</translation>
    </message>
    <message>
        <source>It is simpler than that</source>
        <translation>Het is eenvoudiger</translation>
    </message>
    <message>
        <source>An idea of their own</source>
        <translation>Een eigen idee</translation>
    </message>
    <message>
        <source>They ask for it</source>
        <translation>Ze vragen erom</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>Also online: offer it</source>
        <translation>Kan ook online: bied het aan</translation>
    </message>
    <message>
        <source>Online: offered</source>
        <translation>Online: aangeboden</translation>
    </message>
    <message>
        <source>Online: accepted</source>
        <translation>Online: wil wel</translation>
    </message>
    <message>
        <source>Online: link sent</source>
        <translation>Online: link verstuurd</translation>
    </message>
    <message>
        <source>Online: not wanted</source>
        <translation>Online: wil niet</translation>
    </message>
    <message>
        <source>Costs {year}: {fees}</source>
        <translation>Kosten {year}: {fees}</translation>
    </message>
    <message>
        <source>Costs {year} (example): {fees}</source>
        <translation>Kosten {year} (voorbeeld): {fees}</translation>
    </message>
    <message>
        <source>at the counter</source>
        <translation>aan de balie</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>Note the place. Whoever has an idea is called by us.</source>
        <translation>Noteer de plek. Wie een idee heeft, bellen wij.</translation>
    </message>
    <message>
        <source>A talk does more here: we call them.</source>
        <translation>Een gesprek past hier beter: wij bellen.</translation>
    </message>
    <message>
            <source>A talk is advised: we call them</source>
            <translation>Een gesprek is advies: wij bellen</translation>
        </message>
    <message>
            <source>It is an idea: we call them</source>
            <translation>Het is een idee: wij bellen</translation>
        </message>
    <message>
            <source>a talk is advised</source>
            <translation>een gesprek is advies</translation>
        </message>
    <message>
            <source>an idea of their own</source>
            <translation>een eigen idee</translation>
        </message>
</context>
<context>
    <name>ApproachSection</name>
    <message>
        <source>What fits here?</source>
        <translation>Wat past hier?</translation>
    </message>
    <message>
        <source>Hand over to the neighbourhood team</source>
        <translation>Draag over aan het wijkteam</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Typ een paar letters</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Waarom?</translation>
    </message>
</context>
<context>
    <name>CalledOffWords</name>
    <message numerus="yes">
        <source>%n appointment(s) called off by the municipality.</source>
        <translation>
            <numerusform>%n afspraak afgezegd door de gemeente.</numerusform>
            <numerusform>%n afspraken afgezegd door de gemeente.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameForm</name>
    <message>
        <source>They came after all</source>
        <translation>Toch gekomen</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Herstellen</translation>
    </message>
    <message>
        <source>The appointment counts as planned again, when its time is still free.</source>
        <translation>De afspraak telt weer als gepland, als de tijd nog vrij is.</translation>
    </message>
</context>
<context>
    <name>DeathForm</name>
    <message>
        <source>Somebody died</source>
        <translation>Overlijden</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Day of death</source>
        <translation>Dag van overlijden</translation>
    </message>
    <message>
        <source>{name} gets no messages and no letters any more. What is planned stays until you call it off.</source>
        <translation>{name} krijgt geen berichten en brieven meer. Wat gepland is blijft staan tot je het afzegt.</translation>
    </message>
</context>
<context>
    <name>Deaths</name>
    <message>
        <source>A company does not die; the trade register says when it ends.</source>
        <translation>Een bedrijf overlijdt niet; het handelsregister zegt wanneer het stopt.</translation>
    </message>
    <message>
        <source>Nothing is planned for {name}.</source>
        <translation>Voor {name} is niets gepland.</translation>
    </message>
    <message>
        <source>Kept. No message goes out any more.</source>
        <translation>Bewaard. Er gaat geen bericht meer uit.</translation>
    </message>
    <message>
        <source>Others come along. Ask the family, and call it off or leave it.</source>
        <translation>Er komen anderen mee. Vraag het de familie, en zeg af of laat staan.</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>One person fewer</source>
        <translation>Eén persoon minder</translation>
    </message>
    <message>
        <source>One person more</source>
        <translation>Eén persoon meer</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>Wie er komen</translation>
    </message>
    <message>
        <source>Name or age</source>
        <translation>Naam of leeftijd</translation>
    </message>
    <message>
        <source>Name, age or both: Sami 9</source>
        <translation>Naam, leeftijd of allebei: Sami 9</translation>
    </message>
    <message>
        <source>What this person comes for</source>
        <translation>Waar deze persoon voor komt</translation>
    </message>
    <message>
        <source>Choose a product</source>
        <translation>Kies een product</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Typ een paar letters</translation>
    </message>
    <message>
        <source>No product has these words.</source>
        <translation>Geen product heeft deze woorden.</translation>
    </message>
</context>
<context>
    <name>WishesSection</name>
    <message>
        <source>Part of the day</source>
        <translation>Deel van de dag</translation>
    </message>
    <message>
        <source>Help with online</source>
        <translation>Hulp bij online</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tolk</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>Appointments are kept by JCC at {address}.</source>
        <translation>De afspraken staan in JCC op {address}.</translation>
    </message>
    <message>
        <source>Appointments are kept in this program. A town that has JCC chooses that in settings.toml.</source>
        <translation>De afspraken staan in dit programma. Een gemeente die JCC heeft, kiest dat in settings.toml.</translation>
    </message>
    <message>
        <source>Not tried yet.</source>
        <translation>Nog niet geprobeerd.</translation>
    </message>
    <message>
        <source>Try the connection</source>
        <translation>Probeer de verbinding</translation>
    </message>
    <message>
        <source>JCC appointments</source>
        <translation>JCC-Afspraken</translation>
    </message>
    <message>
        <source>Our own calendar</source>
        <translation>Onze eigen agenda</translation>
    </message>
    <message>
        <source>The town's calendar</source>
        <translation>De agenda van de gemeente</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Koppelingen</translation>
    </message>
    <message>
        <source>Other systems, and whether they answer</source>
        <translation>Andere systemen, en of ze antwoorden</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Even proberen …</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) with appointments</source>
        <translation>
            <numerusform>%n product met afspraken</numerusform>
            <numerusform>%n producten met afspraken</numerusform>
        </translation>
    </message>
    <message>
        <source>It answers: {many}.</source>
        <translation>Hij antwoordt: {many}.</translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message>
        <source>Bring in a file</source>
        <translation>Bestand inlezen</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation>Lijsten (*.csv *.txt)</translation>
    </message>
</context>
<context>
    <name>NewWorkForm</name>
    <message>
        <source>New work</source>
        <translation>Nieuw werk</translation>
    </message>
    <message>
        <source>Put in the queue</source>
        <translation>Zet in de wachtrij</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Wat er gevraagd wordt</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wachtrij</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>Came in by</source>
        <translation>Binnengekomen via</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Nummer om te bellen</translation>
    </message>
    <message>
        <source>Nothing has this name.</source>
        <translation>Niets heet zo.</translation>
    </message>
</context>
<context>
    <name>SafetyForm</name>
    <message>
        <source>Write a safety note</source>
        <translation>Schrijf een veiligheidsbericht</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Bewaar het bericht</translation>
    </message>
    <message>
        <source>Safety note</source>
        <translation>Veiligheidsbericht</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>What a visitor must know to stay safe</source>
        <translation>Wat moet een bezoeker weten om veilig te blijven</translation>
    </message>
    <message>
        <source>Counts up to and including</source>
        <translation>Geldt tot en met</translation>
    </message>
</context>
<context>
    <name>SafetyPart</name>
    <message>
        <source>End the safety note: {note}</source>
        <translation>Beëindig het veiligheidsbericht: {note}</translation>
    </message>
    <message>
        <source>End this note</source>
        <translation>Beëindig dit bericht</translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message>
        <source>The safety note is kept.</source>
        <translation>Het veiligheidsbericht is bewaard.</translation>
    </message>
    <message>
        <source>The safety note no longer counts.</source>
        <translation>Het veiligheidsbericht geldt niet meer.</translation>
    </message>
</context>
<context>
    <name>InvitedPart</name>
    <message>
        <source>Who else is to be there</source>
        <translation>Wie moet er nog bij zijn</translation>
    </message>
    <message>
        <source>Do not invite {name}</source>
        <translation>Nodig {name} niet uit</translation>
    </message>
</context>
<context>
    <name>CoveredLine</name>
    <message>
        <source>Names are covered: nobody was at the desk.</source>
        <translation>Namen zijn afgedekt: er zat niemand aan het bureau.</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Toon namen</translation>
    </message>
</context>
<context>
    <name>BookingCancelForm</name>
    <message>
        <source>Call the appointment off</source>
        <translation>Afspraak afzeggen</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Afzeggen</translation>
    </message>
    <message>
        <source>For colleagues; may be left out</source>
        <translation>Voor collega&apos;s; mag leeg blijven</translation>
    </message>
    <message>
        <source>The citizen cannot come</source>
        <translation>De inwoner kan niet komen</translation>
    </message>
    <message>
        <source>The municipality cannot make it</source>
        <translation>De gemeente kan niet</translation>
    </message>
    <message>
        <source>Whose wish it is</source>
        <translation>Wie zegt af</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
</context>
<context>
    <name>BookingSettleForm</name>
    <message>
        <source>Is it booked?</source>
        <translation>Is het geboekt?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Look in {system} at this time. Nothing is asked for again by itself.</source>
        <translation>Kijk in {system} bij deze tijd. Er wordt niets vanzelf opnieuw geboekt.</translation>
    </message>
    <message>
        <source>As {system} shows it</source>
        <translation>Zoals {system} het toont</translation>
    </message>
    <message>
        <source>No, it is not there</source>
        <translation>Nee, het staat er niet</translation>
    </message>
    <message>
        <source>Yes, by this number</source>
        <translation>Ja, onder dit nummer</translation>
    </message>
    <message>
        <source>Number there</source>
        <translation>Nummer daar</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>First name</source>
        <translation>Voornaam</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Voorletters</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Tussenvoegsel</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Birth date (1987-07-12)</source>
        <translation>Geboortedatum (1987-07-12)</translation>
    </message>
    <message>
        <source>BSN</source>
        <translation>BSN</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Nationaliteit</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>Mobiel</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straat</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>Huisnummer</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>Toevoeging</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
</context>
<context>
    <name>ElsewhereForm</name>
    <message>
        <source>Plan an appointment</source>
        <translation>Afspraak plannen</translation>
    </message>
    <message>
        <source>Plan nothing</source>
        <translation>Niets plannen</translation>
    </message>
    <message>
        <source>Part of the day</source>
        <translation>Deel van de dag</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Vrije tijden</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>What is this called in {system}?</source>
        <translation>Hoe heet dit in {system}?</translation>
    </message>
    <message>
        <source>Looking in {system} …</source>
        <translation>Zoeken in {system} …</translation>
    </message>
    <message>
        <source>Booking in {system} …</source>
        <translation>Boeken in {system} …</translation>
    </message>
    <message>
        <source>Maybe booked: look in {system} first. It is on the timeline; nothing is asked for again.</source>
        <translation>Misschien geboekt: kijk eerst na in {system}. Het staat op de tijdlijn. Er wordt niets opnieuw geboekt.</translation>
    </message>
    <message>
        <source>Somebody just took that time. These are the first that are left.</source>
        <translation>Iemand nam net die tijd. Dit zijn de eerste die er nog zijn.</translation>
    </message>
    <message>
        <source>{system} keeps no time for you: it is yours when it is booked.</source>
        <translation>{system} houdt geen tijd voor je vast: hij is van jou als hij geboekt is.</translation>
    </message>
    <message>
        <source>Bring: {things}</source>
        <translation>Meenemen: {things}</translation>
    </message>
    <message>
        <source>This is it</source>
        <translation>Dit is het</translation>
    </message>
</context>
<context>
    <name>GivenPart</name>
    <message>
        <source>Is given there: {what}</source>
        <translation>Gaat mee naar de agenda: {what}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
            <source>Figures of the day</source>
            <translation>Cijfers van de dag</translation>
        </message>
    <message>
            <source>The day before</source>
            <translation>De dag ervoor</translation>
        </message>
    <message>
            <source>The day after</source>
            <translation>De dag erna</translation>
        </message>
    <message>
            <source>Close</source>
            <translation>Sluiten</translation>
        </message>
    <message>
            <source>today</source>
            <translation>vandaag</translation>
        </message>
    <message>
            <source>Figures: {day}</source>
            <translation>Cijfers: {day}</translation>
        </message>
    <message>
            <source>n = {number}</source>
            <translation>n = {number}</translation>
        </message>
    <message>
            <source>Helped</source>
            <translation>Geholpen</translation>
        </message>
    <message>
            <source>Tickets of this day that were finished</source>
            <translation>Volgnummers van deze dag die zijn afgerond</translation>
        </message>
    <message>
            <source>Waited, typical</source>
            <translation>Gewacht, meestal</translation>
        </message>
    <message>
            <source>Median of the time from ticket to first call, in minutes</source>
            <translation>Mediaan van de tijd van volgnummer tot eerste oproep, in minuten</translation>
        </message>
    <message>
            <source>Waited longest</source>
            <translation>Langst gewacht</translation>
        </message>
    <message>
            <source>Longest time from ticket to first call, in minutes</source>
            <translation>Langste tijd van volgnummer tot eerste oproep, in minuten</translation>
        </message>
    <message>
            <source>Within the norm</source>
            <translation>Binnen de norm</translation>
        </message>
    <message>
            <source>Share that was called within {minutes} minutes</source>
            <translation>Deel dat binnen {minutes} minuten is opgeroepen</translation>
        </message>
    <message>
            <source>On time</source>
            <translation>Op tijd</translation>
        </message>
    <message>
            <source>Share of appointments called within five minutes of their time</source>
            <translation>Deel van de afspraken dat binnen vijf minuten van de afgesproken tijd is opgeroepen</translation>
        </message>
    <message>
            <source>Did not come</source>
            <translation>Niet gekomen</translation>
        </message>
    <message>
            <source>Tickets that were called and whose citizen was not there</source>
            <translation>Volgnummers die zijn opgeroepen terwijl de inwoner er niet was</translation>
        </message>
    <message>
            <source>Went away</source>
            <translation>Weggegaan</translation>
        </message>
    <message>
            <source>Tickets whose citizen left without help</source>
            <translation>Volgnummers van inwoners die zonder hulp zijn weggegaan</translation>
        </message>
    <message>
            <source>Without appointment</source>
            <translation>Zonder afspraak</translation>
        </message>
    <message>
            <source>Tickets of who came without an appointment</source>
            <translation>Volgnummers van wie zonder afspraak kwam</translation>
        </message>
    <message>
            <source>too few</source>
            <translation>te weinig</translation>
        </message>
</context>
</TS>
