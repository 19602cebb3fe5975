<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CaseDays</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComerWords</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message numerus="yes">
        <source>%n call(s) ringing</source>
        <translation>
            <numerusform>%n call ringing</numerusform>
            <numerusform>%n calls ringing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GivingBack</name>
    <message numerus="yes">
        <source>%n kept contact(s) could not be recorded</source>
        <translation>
            <numerusform>%n kept contact could not be recorded</numerusform>
            <numerusform>%n kept contacts could not be recorded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteSection</name>
    <message numerus="yes">
        <source>The note is too long by %n character(s). Nothing of it is gone.</source>
        <translation>
            <numerusform>The note is too long by %n character. Nothing of it is gone.</numerusform>
            <numerusform>The note is too long by %n characters. Nothing of it is gone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n found in {ms} ms</source>
        <translation>
            <numerusform>%n found in {ms} ms</numerusform>
            <numerusform>%n found in {ms} ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlannedWords</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Child of %n year(s)</source>
        <translation>
            <numerusform>Child of %n year</numerusform>
            <numerusform>Child of %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody of %n year(s)</source>
        <translation>
            <numerusform>Somebody of %n year</numerusform>
            <numerusform>Somebody of %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} (%n year(s))</source>
        <translation>
            <numerusform>{name} (%n year)</numerusform>
            <numerusform>{name} (%n years)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message numerus="yes">
        <source>{door}, %n waiting</source>
        <translation>
            <numerusform>{door}, %n waiting</numerusform>
            <numerusform>{door}, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RingCard</name>
    <message numerus="yes">
        <source>You have %n conversation(s): finish one first.</source>
        <translation>
            <numerusform>You have %n conversation: finish it first.</numerusform>
            <numerusform>You have %n conversations: finish one first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) or organisation(s) with this number: who is it?</source>
        <translation>
            <numerusform>%n person or organisation with this number: who is it?</numerusform>
            <numerusform>%n people or organisations with this number: who is it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) or organisation(s) with this number</source>
        <translation>
            <numerusform>%n person or organisation with this number</numerusform>
            <numerusform>%n people or organisations with this number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open promise(s)</source>
        <translation>
            <numerusform>%n open promise</numerusform>
            <numerusform>%n open promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>States</name>
    <message numerus="yes">
        <source>There are %n other contact(s).</source>
        <translation>
            <numerusform>There is %n other contact.</numerusform>
            <numerusform>There are %n other contacts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n contact(s) waiting for the connection</source>
        <translation>
            <numerusform>%n contact waiting for the connection</numerusform>
            <numerusform>%n contacts waiting for the connection</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) refused: take one back, to mend it</source>
        <translation>
            <numerusform>%n contact refused: take it back, to mend it</numerusform>
            <numerusform>%n contacts refused: take one back, to mend it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThisContact</name>
    <message numerus="yes">
        <source>Finish %n question(s)</source>
        <translation>
            <numerusform>Finish %n question</numerusform>
            <numerusform>Finish %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineCounts</name>
    <message numerus="yes">
        <source>%n person(s) or company(s)</source>
        <translation>
            <numerusform>%n person or company</numerusform>
            <numerusform>%n people or companies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier contact(s)</source>
        <translation>
            <numerusform>%n earlier contact</numerusform>
            <numerusform>%n earlier contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min driving</source>
        <translation>
            <numerusform>%n min driving</numerusform>
            <numerusform>%n min driving</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n min driving</source>
        <translation>
            <numerusform>+%n min driving</numerusform>
            <numerusform>+%n min driving</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s)</source>
        <translation>
            <numerusform>%n visitor</numerusform>
            <numerusform>%n visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) get another place in the day</source>
        <translation>
            <numerusform>%n visit gets another place in the day</numerusform>
            <numerusform>%n visits get another place in the day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) stay where they are</source>
        <translation>
            <numerusform>%n visit stays where it is</numerusform>
            <numerusform>%n visits stay where they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) that waited get a place</source>
        <translation>
            <numerusform>%n visit that waited gets a place</numerusform>
            <numerusform>%n visits that waited get a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message numerus="yes">
        <source>You are still working on %n item(s)</source>
        <translation>
            <numerusform>You are still working on %n item</numerusform>
            <numerusform>You are still working on %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) went back to the queues; a colleague goes on with them.</source>
        <translation>
            <numerusform>%n item went back to its queue; a colleague goes on with it.</numerusform>
            <numerusform>%n items went back to the queues; a colleague goes on with them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnlookerLine</name>
    <message numerus="yes">
        <source>{name} and %n other(s) are looking too</source>
        <translation>
            <numerusform>{name} and %n other are looking too</numerusform>
            <numerusform>{name} and %n others are looking too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSheet</name>
    <message numerus="yes">
        <source>Bring in %n line(s)</source>
        <translation>
            <numerusform>Bring in %n line</numerusform>
            <numerusform>Bring in %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutsideList</name>
    <message numerus="yes">
        <source>%n appointment(s) outside the hours: call these people</source>
        <translation>
            <numerusform>%n appointment outside the hours: call this resident</numerusform>
            <numerusform>%n appointments outside the hours: call these residents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) outside hours or area: move them on On location</source>
        <translation>
            <numerusform>One visit outside hours or area: move it on On location</numerusform>
            <numerusform>%n visits outside hours or area: move them on On location</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkWords</name>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past norm</source>
        <translation>
            <numerusform>%n past norm</numerusform>
            <numerusform>%n past norm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nearly</source>
        <translation>
            <numerusform>%n nearly</numerusform>
            <numerusform>%n nearly</numerusform>
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
            <numerusform>%n free</numerusform>
            <numerusform>%n free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>tried once</numerusform>
            <numerusform>tried %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked again %n time(s)</source>
        <translation>
            <numerusform>asked again once</numerusform>
            <numerusform>asked again %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n working day(s)</source>
        <translation>
            <numerusform>within %n working day</numerusform>
            <numerusform>within %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n hour(s)</source>
        <translation>
            <numerusform>within %n hour</numerusform>
            <numerusform>within %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n minute(s)</source>
        <translation>
            <numerusform>within %n minute</numerusform>
            <numerusform>within %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asked</name>
    <message numerus="yes">
        <source>reminded %n time(s)</source>
        <translation>
            <numerusform>reminded once</numerusform>
            <numerusform>reminded %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgendaCounts</name>
    <message numerus="yes">
        <source>%n promise(s) in that time</source>
        <translation>
            <numerusform>%n promise in that time</numerusform>
            <numerusform>%n promises in that time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on hold</source>
        <translation>
            <numerusform>%n on hold</numerusform>
            <numerusform>%n on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MyCounter</name>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>1 waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingRoomWindow</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>1 waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreetSection</name>
    <message numerus="yes">
        <source>%n reporter(s)</source>
        <translation>
            <numerusform>%n reporter</numerusform>
            <numerusform>%n reporters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreetReportForm</name>
    <message numerus="yes">
        <source>Solved: tell %n reporter(s)</source>
        <translation>
            <numerusform>Solved: tell %n reporter</numerusform>
            <numerusform>Solved: tell %n reporters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reporter(s)</source>
        <translation>
            <numerusform>%n reporter</numerusform>
            <numerusform>%n reporters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StreetReports</name>
    <message numerus="yes">
        <source>%n message(s) to reporters wait in the queue.</source>
        <translation>
            <numerusform>%n message to a reporter waits in the queue.</numerusform>
            <numerusform>%n messages to reporters wait in the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tickets</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>1 waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counter(s) open</source>
        <translation>
            <numerusform>1 counter open</numerusform>
            <numerusform>%n counters open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalledOffWords</name>
    <message numerus="yes">
        <source>%n appointment(s) called off by the municipality.</source>
        <translation>
            <numerusform>%n appointment called off by the municipality.</numerusform>
            <numerusform>%n appointments called off by the municipality.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message numerus="yes">
        <source>Call off %n appointment(s)</source>
        <translation>
            <numerusform>Call off %n appointment</numerusform>
            <numerusform>Call off %n appointments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message numerus="yes">
        <source>%n product(s) with appointments</source>
        <translation>
            <numerusform>%n product with appointments</numerusform>
            <numerusform>%n products with appointments</numerusform>
        </translation>
    </message>
</context>
</TS>
