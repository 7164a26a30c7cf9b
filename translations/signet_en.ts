<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Checkup</name>
    <message numerus="yes">
        <source>Tries left for the PIN2: %n.</source>
        <translation>
            <numerusform>Tries left for the PIN2: %n.</numerusform>
            <numerusform>Tries left for the PIN2: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>Tries left for the PIN2: %n.</source>
        <translation>
            <numerusform>Tries left for the PIN2: %n.</numerusform>
            <numerusform>Tries left for the PIN2: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) signs all of these sessions: %n.</source>
        <translation>
            <numerusform>%1 (%2) signs this one session.</numerusform>
            <numerusform>%1 (%2) signs all of these %n sessions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same goes for %n more sessions: see their results</source>
        <translation>
            <numerusform>the same goes for %n more session: see its result</numerusform>
            <numerusform>the same goes for %n more sessions: see their results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what will be done to %n sessions is not known before</source>
        <translation>
            <numerusform>what will be done to %n session is not known before</numerusform>
            <numerusform>what will be done to %n sessions is not known before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tries left: %n</source>
        <translation>
            <numerusform>tries left: %n</numerusform>
            <numerusform>tries left: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message numerus="yes">
        <source>The PIN2 is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>The PIN2 is wrong. %n try left.</numerusform>
            <numerusform>The PIN2 is wrong. %n tries left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The PIN1 is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>The PIN1 is wrong. %n try left.</numerusform>
            <numerusform>The PIN1 is wrong. %n tries left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The PUK is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>The PUK is wrong. %n try left.</numerusform>
            <numerusform>The PUK is wrong. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message numerus="yes">
        <source>%n PDF(s)</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDFs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) that exist</source>
        <translation>
            <numerusform>%n container that exists</numerusform>
            <numerusform>%n containers that exist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new container(s)</source>
        <translation>
            <numerusform>%n new container</numerusform>
            <numerusform>%n new containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) whose documents are not known yet</source>
        <translation>
            <numerusform>%n session whose documents are not known yet</numerusform>
            <numerusform>%n sessions whose documents are not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be done this way: each row says why.</source>
        <translation>
            <numerusform>%n cannot be done this way: the row says why.</numerusform>
            <numerusform>%n cannot be done this way: each row says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultForm</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds your signature to the containers of %n sessions</source>
        <translation>
            <numerusform>adds your signature to the container of %n session</numerusform>
            <numerusform>adds your signature to the containers of %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>puts the files of %n sessions into new containers with your signature</source>
        <translation>
            <numerusform>puts the files of %n session into a new container with your signature</numerusform>
            <numerusform>puts the files of %n sessions into new containers with your signature</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>signs inside the PDFs of %n sessions</source>
        <translation>
            <numerusform>signs inside the PDF of %n session</numerusform>
            <numerusform>signs inside the PDFs of %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds the seal to the containers of %n sessions</source>
        <translation>
            <numerusform>adds the seal to the container of %n session</numerusform>
            <numerusform>adds the seal to the containers of %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>puts the files of %n sessions into new containers with the seal</source>
        <translation>
            <numerusform>puts the files of %n session into a new container with the seal</numerusform>
            <numerusform>puts the files of %n sessions into new containers with the seal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seals inside the PDFs of %n sessions</source>
        <translation>
            <numerusform>seals inside the PDF of %n session</numerusform>
            <numerusform>seals inside the PDFs of %n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds archive time stamps to what %n sessions hold</source>
        <translation>
            <numerusform>adds an archive time stamp to what %n session holds</numerusform>
            <numerusform>adds archive time stamps to what %n sessions hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::AddIdentifiersDialog</name>
    <message numerus="yes">
        <source>%n session(s) to add.</source>
        <translation>
            <numerusform>%n session to add.</numerusform>
            <numerusform>%n sessions to add.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated one(s) will be added only once.</source>
        <translation>
            <numerusform>%n repeated one will be added only once.</numerusform>
            <numerusform>%n repeated ones will be added only once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are no identifier(s): %1</source>
        <translation>
            <numerusform>%n is no identifier: %1</numerusform>
            <numerusform>%n are no identifiers: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n</source>
        <translation>
            <numerusform>&amp;Add %n</numerusform>
            <numerusform>&amp;Add %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::BatchRunner</name>
    <message numerus="yes">
        <source>All %n signed.</source>
        <translation>
            <numerusform>%n of %n signed.</numerusform>
            <numerusform>All %n signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n signed.</source>
        <translation>
            <numerusform>%1 of %n signed.</numerusform>
            <numerusform>%1 of %n signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed: each row says why.</source>
        <translation>
            <numerusform>%n failed: its row says why.</numerusform>
            <numerusform>%n failed: each row says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled.</source>
        <translation>
            <numerusform>%n cancelled.</numerusform>
            <numerusform>%n cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n sealed.</source>
        <translation>
            <numerusform>All %n sealed.</numerusform>
            <numerusform>All %n sealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sealed.</source>
        <translation>
            <numerusform>%1 of %n sealed.</numerusform>
            <numerusform>%1 of %n sealed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n archived.</source>
        <translation>
            <numerusform>All %n archived.</numerusform>
            <numerusform>All %n archived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n archived.</source>
        <translation>
            <numerusform>%1 of %n archived.</numerusform>
            <numerusform>%1 of %n archived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed: look at the documents before you do it again.</source>
        <translation>
            <numerusform>%n unconfirmed: look at the documents before you do it again.</numerusform>
            <numerusform>%n unconfirmed: look at the documents before you do it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::CardPanel</name>
    <message numerus="yes">
        <source>%1 – %n day(s) left</source>
        <translation>
            <numerusform>%1 – %n day left</numerusform>
            <numerusform>%1 – %n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::CheckupDialog</name>
    <message numerus="yes">
        <source>%n thing(s) to mend before you can sign:</source>
        <translation>
            <numerusform>%n thing to mend before you can sign:</numerusform>
            <numerusform>%n things to mend before you can sign:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can sign; %n thing(s) to look after:</source>
        <translation>
            <numerusform>You can sign; %n thing to look after:</numerusform>
            <numerusform>You can sign; %n things to look after:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::DetailsPane</name>
    <message numerus="yes">
        <source>%n session(s) selected.</source>
        <translation>
            <numerusform>%n session selected.</numerusform>
            <numerusform>%n sessions selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::HistoryDialog</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n unconfirmed</numerusform>
            <numerusform>%n unconfirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::PinDialog</name>
    <message numerus="yes">
        <source>With one entry you sign all of these %n:</source>
        <translation>
            <numerusform>With one entry you sign this %n:</numerusform>
            <numerusform>With one entry you sign all of these %n:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>…and %n more</source>
        <translation>
            <numerusform>…and %n more</numerusform>
            <numerusform>…and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n</source>
        <translation>
            <numerusform>&amp;Sign %n</numerusform>
            <numerusform>&amp;Sign %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You sign all of these %n; many cards want PIN2 for each:</source>
        <translation>
            <numerusform>You sign this %n; many cards want PIN2 for each:</numerusform>
            <numerusform>You sign all of these %n; many cards want PIN2 for each:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for %n second(s). Type the digits there, and confirm with its OK key.</source>
        <translation>
            <numerusform>%1 waits for %n second. Type the digits there, and confirm with its OK key.</numerusform>
            <numerusform>%1 waits for %n seconds. Type the digits there, and confirm with its OK key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::PinForm</name>
    <message numerus="yes">
        <source>Tries left for %1: %n</source>
        <translation>
            <numerusform>Tries left for %1: %n</numerusform>
            <numerusform>Tries left for %1: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::PinsOverview</name>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::SessionPane</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>%n marked</numerusform>
            <numerusform>%n marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::SignBar</name>
    <message numerus="yes">
        <source>&amp;Sign %n</source>
        <translation>
            <numerusform>&amp;Sign %n</numerusform>
            <numerusform>&amp;Sign %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Seal %n</source>
        <translation>
            <numerusform>&amp;Seal %n</numerusform>
            <numerusform>&amp;Seal %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ar&amp;chive %n</source>
        <translation>
            <numerusform>Ar&amp;chive %n</numerusform>
            <numerusform>Ar&amp;chive %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service is not answering as it should: trying again in %n s</source>
        <translation>
            <numerusform>The service is not answering as it should: trying again in %n s</numerusform>
            <numerusform>The service is not answering as it should: trying again in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::UnfinishedBar</name>
    <message numerus="yes">
        <source>%n signed and not sent.</source>
        <translation>
            <numerusform>%n signed and not sent.</numerusform>
            <numerusform>%n signed and not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent, and it is not known what became of them.</source>
        <translation>
            <numerusform>%n sent, and it is not known what became of it.</numerusform>
            <numerusform>%n sent, and it is not known what became of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::WindowDialogs</name>
    <message numerus="yes">
        <source>&amp;All %n of them</source>
        <translation>
            <numerusform>&amp;All (%n)</numerusform>
            <numerusform>&amp;All %n of them</numerusform>
        </translation>
    </message>
</context>
</TS>
