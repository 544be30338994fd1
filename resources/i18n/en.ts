<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="nl_NL">
<context>
    <name>Actions</name>
    <message>
        <source>Kort gesprek beginnen</source>
        <translation>Start a short talk</translation>
    </message>
    <message>
        <source>Verkennend gesprek beginnen</source>
        <translation>Start an exploratory talk</translation>
    </message>
    <message>
        <source>Niet-pluis</source>
        <translation>Not right (gut feeling)</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Toch wel doen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Alles zoeken</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Toetsen laten zien</source>
        <translation>Show the keys</translation>
    </message>
    <message>
        <source>Naar de gesprekken</source>
        <translation>Go to the talks</translation>
    </message>
    <message>
        <source>Terug naar het gesprek</source>
        <translation>Back to the talk</translation>
    </message>
    <message>
        <source>Afspraken maken</source>
        <translation>Make agreements</translation>
    </message>
    <message>
        <source>Papieren bekijken</source>
        <translation>View the papers</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Zoeken in gesprekken</source>
        <translation>Search the talks</translation>
    </message>
    <message>
        <source>Gesprek verwijderen</source>
        <translation>Remove this talk</translation>
    </message>
    <message>
        <source>Samen kiezen</source>
        <translation>Choose together</translation>
    </message>
    <message>
        <source>Wil niet zeggen</source>
        <translation>Rather not say</translation>
    </message>
    <message>
        <source>Weet niet</source>
        <translation>Don’t know</translation>
    </message>
    <message>
        <source>Antwoord leegmaken</source>
        <translation>Clear the answer</translation>
    </message>
    <message>
        <source>Hier wil ik over praten</source>
        <translation>I want to talk about this</translation>
    </message>
    <message>
        <source>In eigen woorden</source>
        <translation>In their own words</translation>
    </message>
    <message>
        <source>Klaar met typen</source>
        <translation>Done typing</translation>
    </message>
    <message>
        <source>Volgende vraag</source>
        <translation>Next question</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Vorige</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Vorig onderwerp</source>
        <translation>Previous topic</translation>
    </message>
    <message>
        <source>Volgend onderwerp</source>
        <translation>Next topic</translation>
    </message>
    <message>
        <source>Zoeken in onderwerpen</source>
        <translation>Search the topics</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Nu even alleen</source>
        <translation>Alone for a moment</translation>
    </message>
    <message>
        <source>Volgend paneel</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>Beeld verbergen of tonen</source>
        <translation>Hide or show the picture</translation>
    </message>
    <message>
        <source>Kijk hier nog naar</source>
        <translation>Look at this again</translation>
    </message>
    <message>
        <source>Zelf iets bedenken</source>
        <translation>Think of something yourself</translation>
    </message>
    <message>
        <source>Vergelijken</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Bewaren als pdf</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Tekst voor het journaal kopiëren</source>
        <translation>Copy the text for the record</translation>
    </message>
</context>
<context>
    <name>AdvicePage</name>
    <message>
        <source>Nog niets genoemd.</source>
        <translation>Nothing mentioned yet.</translation>
    </message>
    <message>
        <source>Hier eerst naar kijken</source>
        <translation>Look at this first</translation>
    </message>
    <message>
        <source>Dit past bij wat is verteld</source>
        <translation>This fits what was told</translation>
    </message>
    <message>
        <source>Dit past misschien</source>
        <translation>This may fit</translation>
    </message>
</context>
<context>
    <name>AgreeScreen</name>
    <message>
        <source>Afspraken</source>
        <translation>Agreements</translation>
    </message>
    <message>
        <source>niet zeker</source>
        <translation>not sure</translation>
    </message>
    <message>
        <source>heel zeker</source>
        <translation>very sure</translation>
    </message>
    <message>
        <source>Hoe zeker bent u dat dit lukt?</source>
        <translation>How sure are you that this will work?</translation>
    </message>
    <message>
        <source>Wat maakt het cijfer hoger?</source>
        <translation>What would make it higher?</translation>
    </message>
    <message>
        <source>Terug naar kiezen</source>
        <translation>Back to choosing</translation>
    </message>
    <message>
        <source>Eigen stap erbij</source>
        <translation>Add your own step</translation>
    </message>
    <message>
        <source>Naar het papier</source>
        <translation>Go to the paper</translation>
    </message>
    <message>
        <source>Wat doen we, en wie?</source>
        <translation>What will we do, and who?</translation>
    </message>
    <message>
        <source>Uw wens: “{wish}”</source>
        <translation>Your wish: “{wish}”</translation>
    </message>
    <message>
        <source>Wat maakt het een {number}?</source>
        <translation>What would make it a {number}?</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>Schrijf mee. Met Ctrl en Enter gaat u verder.</source>
        <translation>Write it down here. Ctrl and Enter take you on.</translation>
    </message>
    <message>
        <source>Hier passen 20.000 tekens. Meer past er niet bij.</source>
        <translation>20,000 characters fit here. No more will go in.</translation>
    </message>
</context>
<context>
    <name>AskLine</name>
    <message>
        <source>Naar de vraag</source>
        <translation>Go to the question</translation>
    </message>
    <message>
        <source>Vraag eerst nog: {question}</source>
        <translation>First ask: {question}</translation>
    </message>
</context>
<context>
    <name>BandLine</name>
    <message>
        <source>Bekijk</source>
        <translation>View</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>De regels van deze inhoud zijn niet nagerekend.</source>
        <translation>The rules of this content have not been proved.</translation>
    </message>
    <message>
        <source>Probeer opnieuw</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Voorbeeldgegevens: fictieve mensen</source>
        <translation>Example data: fictional people</translation>
    </message>
    <message>
        <source>Proefgebruik: nog niet vastgelegd wie voor het gebruik instaat</source>
        <translation>Trial use: not yet recorded who answers for its use</translation>
    </message>
</context>
<context>
    <name>ChooseParts</name>
    <message>
        <source>Uw wens: “{wish}”</source>
        <translation>Your wish: “{wish}”</translation>
    </message>
    <message>
        <source>Samen kiezen</source>
        <translation>Choose together</translation>
    </message>
    <message>
        <source>Vergelijk</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Terug naar gesprek</source>
        <translation>Back to the talk</translation>
    </message>
    <message>
        <source>Het gesprek was genoeg</source>
        <translation>The talk was enough</translation>
    </message>
    <message>
        <source>Afspraken maken</source>
        <translation>Make agreements</translation>
    </message>
    <message>
        <source>Wat wilt u proberen?</source>
        <translation>What would you like to try?</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>Kies samen hoogstens drie eerste stappen. Niets hoeft.</source>
        <translation>Choose at most three first steps together. Nothing is a must.</translation>
    </message>
    <message>
        <source>Gekozen</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Minder</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Meer ({count})</source>
        <translation>More ({count})</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Kies hierboven wat u naast elkaar zet.</source>
        <translation>Choose above what to put side by side.</translation>
    </message>
    <message>
        <source>Naast elkaar</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>Wat kan ik doen?</source>
        <translation>What can I do?</translation>
    </message>
    <message>
        <source>Wat is fijn, wat is lastig?</source>
        <translation>What is good, what is hard?</translation>
    </message>
    <message>
        <source>Wat betekent dat voor mij?</source>
        <translation>What does that mean for me?</translation>
    </message>
</context>
<context>
    <name>ComparedActs</name>
    <message>
        <source>Neem</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Rather not</translation>
    </message>
</context>
<context>
    <name>ConversationScreen</name>
    <message>
        <source>Alles is bewaard. U gaat later verder waar u was.</source>
        <translation>Everything is saved. Later you can go on where you were.</translation>
    </message>
</context>
<context>
    <name>ConversationTable</name>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Ging over</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Volgende stap</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>Gesprek verwijderen</source>
        <translation>Remove this talk</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>Nog niet gezegd</source>
        <translation>Not said yet</translation>
    </message>
    <message>
        <source>geen</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>ConversationsScreen</name>
    <message>
        <source>Kort gesprek</source>
        <translation>Short talk</translation>
    </message>
    <message>
        <source>Verkennend gesprek</source>
        <translation>Exploratory talk</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Welke gesprekken</source>
        <translation>Which talks</translation>
    </message>
    <message>
        <source>Zoek in gesprekken</source>
        <translation>Search the talks</translation>
    </message>
    <message>
        <source>Alle gesprekken</source>
        <translation>All talks</translation>
    </message>
    <message>
        <source>Niet af</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>Stappen open</source>
        <translation>Open steps</translation>
    </message>
    <message>
        <source>Nieuwe inhoud heeft fouten: {count}. U werkt met de vorige.</source>
        <translation>New content has errors: {count}. You are working with the previous one.</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Talks</translation>
    </message>
    <message>
        <source>Goedemorgen</source>
        <translation>Good morning</translation>
    </message>
    <message>
        <source>Goedemiddag</source>
        <translation>Good afternoon</translation>
    </message>
    <message>
        <source>Goedenavond</source>
        <translation>Good evening</translation>
    </message>
    <message>
        <source>Hier past geen gesprek bij. Kies Alle gesprekken, of zoek een ander woord.</source>
        <translation>No talk fits this. Choose All talks, or search for another word.</translation>
    </message>
    <message>
        <source>Nog geen gesprekken. Begin er een, of kijk rond met voorbeelden: ./run --demo</source>
        <translation>No talks yet. Start one, or look around with examples: ./run --demo</translation>
    </message>
    <message>
        <source>Het gesprek is verwijderd.</source>
        <translation>The talk has been removed.</translation>
    </message>
</context>
<context>
    <name>FlagForm</name>
    <message>
        <source>Wat is er anders gedaan?</source>
        <translation>What else was done?</translation>
    </message>
    <message>
        <source>Wat hebt u gedaan?</source>
        <translation>What did you do?</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: huisarts</source>
        <translation>For example: GP</translation>
    </message>
    <message>
        <source>Daarna vastleggen</source>
        <translation>Then record it</translation>
    </message>
    <message>
        <source>Wat is er gedaan?</source>
        <translation>What was done?</translation>
    </message>
    <message>
        <source>Wie weet ervan?</source>
        <translation>Who knows?</translation>
    </message>
    <message>
        <source>Hoe laat?</source>
        <translation>What time?</translation>
    </message>
    <message>
        <source>Afgesproken</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>huisarts</source>
        <translation>GP</translation>
    </message>
</context>
<context>
    <name>FlagSheet</name>
    <message>
        <source>Vastgelegd, ga verder</source>
        <translation>Recorded, continue</translation>
    </message>
    <message>
        <source>Eerst handelen</source>
        <translation>Act first</translation>
    </message>
    <message>
        <source>Klopt niet: intrekken</source>
        <translation>Not correct: withdraw</translation>
    </message>
    <message>
        <source>Waarom klopt dit niet?</source>
        <translation>Why is this not correct?</translation>
    </message>
    <message>
        <source>Trek in</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Nu doen</source>
        <translation>Do now</translation>
    </message>
    <message>
        <source>Zo kunt u het zeggen: “{words}”</source>
        <translation>You could say: “{words}”</translation>
    </message>
</context>
<context>
    <name>HeldPage</name>
    <message>
        <source>Bekijk en leg vast</source>
        <translation>View and record</translation>
    </message>
    <message>
        <source>Leg vast wat er is gedaan en wie het weet. Daarna kiest u samen verder.</source>
        <translation>Record what was done and who knows. Then you go on choosing together.</translation>
    </message>
    <message>
        <source>Eerst dit</source>
        <translation>First this</translation>
    </message>
</context>
<context>
    <name>HoldRow</name>
    <message>
        <source>Naar de vraag</source>
        <translation>Go to the question</translation>
    </message>
    <message>
        <source>Leg dit vast</source>
        <translation>Record this</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Toetsen</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Cijfers geven antwoord. Losse letters rusten terwijl u typt.</source>
        <translation>Digits give an answer. Single letters rest while you type.</translation>
    </message>
    <message>
        <source>Overal</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Bij de gesprekken</source>
        <translation>In the list of talks</translation>
    </message>
    <message>
        <source>In het gesprek</source>
        <translation>In the talk</translation>
    </message>
    <message>
        <source>Bij samen kiezen</source>
        <translation>When choosing together</translation>
    </message>
    <message>
        <source>Bij de papieren</source>
        <translation>With the papers</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Ongedaan gemaakt.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Er is niets om ongedaan te maken.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Opnieuw gedaan.</source>
        <translation>Done again.</translation>
    </message>
    <message>
        <source>Er is niets om opnieuw te doen.</source>
        <translation>There is nothing to do again.</translation>
    </message>
</context>
<context>
    <name>MoreRow</name>
    <message>
        <source>Neem</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Toch kiezen</source>
        <translation>Choose all the same</translation>
    </message>
</context>
<context>
    <name>NeedPage</name>
    <message>
        <source>Nog niets genoemd.</source>
        <translation>Nothing mentioned yet.</translation>
    </message>
    <message>
        <source>Dit weegt mee</source>
        <translation>This counts</translation>
    </message>
    <message>
        <source>Dit helpt al</source>
        <translation>This helps already</translation>
    </message>
    <message>
        <source>Dit weten we nog niet</source>
        <translation>We do not know this yet</translation>
    </message>
    <message>
        <source>Alles is gevraagd.</source>
        <translation>Everything was asked.</translation>
    </message>
    <message>
        <source>Streep: zoals het nu is. Band: waar het nog heen kan.</source>
        <translation>Line: as it is now. Band: where it can still go.</translation>
    </message>
    <message>
        <source>Vraag nu</source>
        <translation>Ask now</translation>
    </message>
</context>
<context>
    <name>NotNow</name>
    <message>
        <source>past niet</source>
        <translation>does not fit</translation>
    </message>
    <message>
        <source>nu niet</source>
        <translation>not now</translation>
    </message>
    <message>
        <source>heb ik al</source>
        <translation>have it already</translation>
    </message>
    <message>
        <source>te duur</source>
        <translation>too expensive</translation>
    </message>
    <message>
        <source>te ver</source>
        <translation>too far</translation>
    </message>
    <message>
        <source>anders</source>
        <translation>something else</translation>
    </message>
    <message>
        <source>hulpverlener raadt het af</source>
        <translation>practitioner advises against</translation>
    </message>
    <message>
        <source>Waarom niet nu?</source>
        <translation>Why not now?</translation>
    </message>
</context>
<context>
    <name>NoticeSheet</name>
    <message>
        <source>Kijk hier nog naar</source>
        <translation>Look at this again</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Er is nu niets om naar te kijken.</source>
        <translation>There is nothing to look at now.</translation>
    </message>
    <message>
        <source>Vraag nu</source>
        <translation>Ask now</translation>
    </message>
    <message>
        <source>Overleg en vastleggen</source>
        <translation>Consult and record</translation>
    </message>
</context>
<context>
    <name>OtherAnswers</name>
    <message>
        <source>Welk ene antwoord zou het advies veranderen</source>
        <translation>Which one answer would change the advice</translation>
    </message>
    <message>
        <source>Zo ziet u waar het advies op rust. De antwoorden blijven zoals ze zijn gegeven.</source>
        <translation>This shows what the advice rests on. The answers stay as they were given.</translation>
    </message>
    <message>
        <source>Dit wordt uitgezocht …</source>
        <translation>This is being worked out …</translation>
    </message>
    <message>
        <source>Geen enkel ander antwoord verandert het advies in zijn eentje.</source>
        <translation>No other answer changes the advice on its own.</translation>
    </message>
    <message>
        <source>Dit kon nu niet worden uitgezocht.</source>
        <translation>This could not be worked out now.</translation>
    </message>
</context>
<context>
    <name>OwnStepCard</name>
    <message>
        <source>Wat is de kleinste stap die lukt?</source>
        <translation>What is the smallest step that will work?</translation>
    </message>
    <message>
        <source>Zelf iets bedenken</source>
        <translation>Think of something yourself</translation>
    </message>
    <message>
        <source>Opschrijven</source>
        <translation>Write it down</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>In eigen woorden</source>
        <translation>In their own words</translation>
    </message>
    <message>
        <source>Schrijf mee. Wordt vanzelf bewaard.</source>
        <translation>Take notes here. They are saved as you type.</translation>
    </message>
    <message>
        <source>Hier passen 20.000 tekens. Meer past er niet bij.</source>
        <translation>20,000 characters fit here. No more will go in.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Typ wat u zoekt</source>
        <translation>Type what you are looking for</translation>
    </message>
    <message>
        <source>Alles zoeken</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>Gevonden</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een ander woord.</source>
        <translation>Nothing found. Try another word.</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Papieren</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Zonder papier</source>
        <translation>Without paper</translation>
    </message>
    <message>
        <source>{count} regels · kopieer met Ctrl J</source>
        <translation>{count} lines · copy with Ctrl J</translation>
    </message>
    <message>
        <source>Tekst voor het journaal</source>
        <translation>Text for the record</translation>
    </message>
</context>
<context>
    <name>PaperMiddle</name>
    <message>
        <source>Vorige bladzijde</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Volgende bladzijde</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Tekst voor het journaal</source>
        <translation>Text for the record</translation>
    </message>
    <message>
        <source>Kopieer</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Bladzijde {at} van {count}</source>
        <translation>Page {at} of {count}</translation>
    </message>
</context>
<context>
    <name>PaperSide</name>
    <message>
        <source>Gewoon</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Extra groot</source>
        <translation>Extra large</translation>
    </message>
    <message>
        <source>Ja, dat mag</source>
        <translation>Yes, that is fine</translation>
    </message>
    <message>
        <source>Dit mag u altijd terugnemen</source>
        <translation>You can always take this back</translation>
    </message>
    <message>
        <source>“U neemt dit mee. Mag de huisarts de samenvatting lezen?”</source>
        <translation>“You take this with you. May the GP read the summary?”</translation>
    </message>
    <message>
        <source>Dit papier is een advies, geen verwijzing.</source>
        <translation>This paper is advice, not a referral.</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Wie mag dit zien?</source>
        <translation>Who may see this?</translation>
    </message>
</context>
<context>
    <name>PapersParts</name>
    <message>
        <source>Meegeven</source>
        <translation>To take along</translation>
    </message>
    <message>
        <source>Terug naar afspraken</source>
        <translation>Back to agreements</translation>
    </message>
    <message>
        <source>Bewaar als pdf</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Gesprek afsluiten</source>
        <translation>Close the talk</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>PapersScreen</name>
    <message>
        <source>Dit papier kon niet worden gemaakt. Probeer het nog eens.</source>
        <translation>This paper could not be made. Please try again.</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Gekopieerd. Over 30 seconden is het van het klembord.</source>
        <translation>Copied. In 30 seconds it is off the clipboard.</translation>
    </message>
    <message>
        <source>Bewaar als pdf</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Kies een andere map, of maak ruimte.</source>
        <translation>Saving did not work. Choose another folder, or make room.</translation>
    </message>
    <message>
        <source>Bewaard als {name}.</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>Afdrukken lukte niet. Kijk of de printer aan staat.</source>
        <translation>Printing did not work. See whether the printer is on.</translation>
    </message>
    <message>
        <source>Het gesprek is afgesloten.</source>
        <translation>The talk is closed.</translation>
    </message>
</context>
<context>
    <name>PeopleSheet</name>
    <message>
        <source>Wie is erbij</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>Wie tolkt er?</source>
        <translation>Who interprets?</translation>
    </message>
    <message>
        <source>De persoon kan nu vrij praten</source>
        <translation>The person can talk freely now</translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Laat zo</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>Wie is erbij?</source>
        <translation>Who is here?</translation>
    </message>
    <message>
        <source>Hoe belt u veilig terug?</source>
        <translation>How do you call back safely?</translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Hier ging het over</source>
        <translation>What we talked about</translation>
    </message>
    <message>
        <source>Dit helpt nu het meest</source>
        <translation>This helps most now</translation>
    </message>
    <message>
        <source>Verberg</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Beeld tot nu toe</source>
        <translation>Picture so far</translation>
    </message>
    <message>
        <source>Kijk hier nog naar</source>
        <translation>Look at this again</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>PreviousLine</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nog geen antwoorden</source>
        <translation>No answers yet</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>Welke past het best?</source>
        <translation>Which fits best?</translation>
    </message>
    <message>
        <source>Waarom dit?</source>
        <translation>Why this?</translation>
    </message>
    <message>
        <source>Neem</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Rather not</translation>
    </message>
    <message>
        <source>Zet ernaast</source>
        <translation>Put alongside</translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation>Take away</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Wil niet zeggen</source>
        <translation>Rather not say</translation>
    </message>
    <message>
        <source>Weet niet</source>
        <translation>Don’t know</translation>
    </message>
    <message>
        <source>Hier wil ik over praten</source>
        <translation>I want to talk about this</translation>
    </message>
    <message>
        <source>Waarom vragen we dit?</source>
        <translation>Why do we ask this?</translation>
    </message>
    <message>
        <source>Zo kunt u beginnen: “{words}”</source>
        <translation>You could start with: “{words}”</translation>
    </message>
    <message>
        <source>Vraag door: {words}</source>
        <translation>Ask further: {words}</translation>
    </message>
</context>
<context>
    <name>ReasonsSheet</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Bronnen tonen</source>
        <translation>Show sources</translation>
    </message>
    <message>
        <source>Bronnen weg</source>
        <translation>Hide sources</translation>
    </message>
    <message>
        <source>Medisch</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>Sociaal</source>
        <translation>Social</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>What helps</translation>
    </message>
    <message>
        <source>Ik zie het anders</source>
        <translation>I see it differently</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Minder tonen</source>
        <translation>Show less</translation>
    </message>
    <message>
        <source>Cijfers en bronnen</source>
        <translation>Figures and sources</translation>
    </message>
</context>
<context>
    <name>RefusalPage</name>
    <message>
        <source>De leeftijd klopt niet</source>
        <translation>The age is not right</translation>
    </message>
    <message>
        <source>Terug naar de gesprekken</source>
        <translation>Back to the talks</translation>
    </message>
    <message>
        <source>Dit gesprek kan hier niet</source>
        <translation>This talk cannot be held here</translation>
    </message>
    <message>
        <source>Wat u nu kunt doen</source>
        <translation>What you can do now</translation>
    </message>
    <message>
        <source>Het nummer staat nog niet bij Instellingen.</source>
        <translation>The number is not in Settings yet.</translation>
    </message>
</context>
<context>
    <name>RemoveCard</name>
    <message>
        <source>Dit gesprek voorgoed verwijderen? Dit kunt u niet ongedaan maken.</source>
        <translation>Remove this talk for good? You cannot undo this.</translation>
    </message>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Verwijder voorgoed</source>
        <translation>Remove for good</translation>
    </message>
</context>
<context>
    <name>ResumeCard</name>
    <message>
        <source>Ga verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>U was hier gebleven: “{place}”</source>
        <translation>You left off here: “{place}”</translation>
    </message>
    <message>
        <source>U was hier gebleven</source>
        <translation>You left off here</translation>
    </message>
    <message>
        <source>{mode} van {opened}</source>
        <translation>{mode} of {opened}</translation>
    </message>
    <message>
        <source>{asked} van {in_all} vragen</source>
        <translation>{asked} of {in_all} questions</translation>
    </message>
    <message>
        <source>bewaard om {time}</source>
        <translation>saved at {time}</translation>
    </message>
</context>
<context>
    <name>SafetyLine</name>
    <message>
        <source>geen tijd</source>
        <translation>no time</translation>
    </message>
    <message>
        <source>Vraag ze nu</source>
        <translation>Ask them now</translation>
    </message>
    <message>
        <source>Niet gevraagd: geen tijd</source>
        <translation>Not asked: no time</translation>
    </message>
    <message>
        <source>De vragen over veiligheid zijn nog niet allemaal gesteld.</source>
        <translation>The questions about safety have not all been asked yet.</translation>
    </message>
</context>
<context>
    <name>SafetyNet</name>
    <message>
        <source>Als het erger wordt</source>
        <translation>If it gets worse</translation>
    </message>
    <message>
        <source>Als het niet lukt of niet past</source>
        <translation>If it does not work or does not fit</translation>
    </message>
    <message>
        <source>Wij spreken elkaar weer</source>
        <translation>We talk again</translation>
    </message>
    <message>
        <source>geen dag</source>
        <translation>no day</translation>
    </message>
    <message>
        <source>Hoe spreken wij elkaar</source>
        <translation>How we talk</translation>
    </message>
    <message>
        <source>Vraag tot slot: “Welke vragen hebt u nog?”</source>
        <translation>Ask at the end: “What questions do you still have?”</translation>
    </message>
    <message>
        <source>Vangnet</source>
        <translation>Safety net</translation>
    </message>
    <message>
        <source>Hoe</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Veilig bellen: {how}</source>
        <translation>Calling safely: {how}</translation>
    </message>
</context>
<context>
    <name>SaveWords</name>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Niet opgeslagen: {why}</source>
        <translation>Not saved: {why}</translation>
    </message>
    <message>
        <source>Opgeslagen {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>Niet opgeslagen</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Licht</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Donker</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hoog contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Kleuren</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Wat u typt, wordt meteen bewaard.</source>
        <translation>What you type is saved at once.</translation>
    </message>
    <message>
        <source>Uiterlijk</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Zijn de regels nagerekend?</source>
        <translation>Have the rules been proved?</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Een gesprek houdt de inhoud waarmee het begon.</source>
        <translation>A conversation keeps the content that it began with.</translation>
    </message>
    <message>
        <source>De praktijk</source>
        <translation>The practice</translation>
    </message>
    <message>
        <source>Telefoonnummers</source>
        <translation>Telephone numbers</translation>
    </message>
    <message>
        <source>Wie instaat voor het gebruik</source>
        <translation>Who answers for its use</translation>
    </message>
    <message>
        <source>Naam van de praktijk</source>
        <translation>Name of the practice</translation>
    </message>
    <message>
        <source>Huisarts</source>
        <translation>GP</translation>
    </message>
    <message>
        <source>Huisartsenpost</source>
        <translation>Out-of-hours GP</translation>
    </message>
    <message>
        <source>Crisisdienst</source>
        <translation>Crisis service</translation>
    </message>
    <message>
        <source>Opvang of centrumgemeente</source>
        <translation>Shelter or lead municipality</translation>
    </message>
    <message>
        <source>Gemeente of wijkteam</source>
        <translation>Municipality or neighbourhood team</translation>
    </message>
    <message>
        <source>Apotheek</source>
        <translation>Pharmacy</translation>
    </message>
    <message>
        <source>Verloskundige</source>
        <translation>Midwife</translation>
    </message>
    <message>
        <source>Organisatie</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Zolang dit leeg is, staat er Proefgebruik op het scherm en op papier. Het verdwijnt als ook de inhoud door twee mensen is vrijgegeven.</source>
        <translation>As long as this is empty, Trial use stands on the screen and on paper. It goes away once two people have released the content as well.</translation>
    </message>
    <message>
        <source>Grootte van de tekst</source>
        <translation>Size of the text</translation>
    </message>
</context>
<context>
    <name>ShellHeader</name>
    <message>
        <source>Vergrendel</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Alles zoeken</source>
        <translation>Search everything</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>StartFields</name>
    <message>
        <source>Alles mag leeg blijven. Een naam is nooit nodig.</source>
        <translation>Everything may stay empty. A name is never needed.</translation>
    </message>
    <message>
        <source>Hoe spreekt u elkaar?</source>
        <translation>How do you talk?</translation>
    </message>
    <message>
        <source>Wie is erbij?</source>
        <translation>Who is here?</translation>
    </message>
    <message>
        <source>Wie tolkt?</source>
        <translation>Who interprets?</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Kan de persoon vrij praten?</source>
        <translation>Can the person talk freely?</translation>
    </message>
    <message>
        <source>Nummer, wanneer, en of inspreken mag</source>
        <translation>Number, when, and whether a message is fine</translation>
    </message>
    <message>
        <source>Meneer of mevrouw?</source>
        <translation>Man or woman?</translation>
    </message>
    <message>
        <source>Lukt lezen?</source>
        <translation>How does reading go?</translation>
    </message>
    <message>
        <source>Niet ingevuld</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Waar bent u nu?</source>
        <translation>Where are you now?</translation>
    </message>
    <message>
        <source>Op welk nummer bel ik veilig terug?</source>
        <translation>On which number can I call back safely?</translation>
    </message>
    <message>
        <source>Het gesprek</source>
        <translation>The talk</translation>
    </message>
    <message>
        <source>Geboortejaar</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>of leeftijd</source>
        <translation>or age</translation>
    </message>
    <message>
        <source>Postcode, vier cijfers</source>
        <translation>Postcode, four digits</translation>
    </message>
    <message>
        <source>In welke taal?</source>
        <translation>In which language?</translation>
    </message>
    <message>
        <source>De persoon</source>
        <translation>The person</translation>
    </message>
    <message>
        <source>Wie vroeg om dit gesprek?</source>
        <translation>Who asked for this talk?</translation>
    </message>
    <message>
        <source>Waarom? In eigen woorden</source>
        <translation>Why? In their own words</translation>
    </message>
    <message>
        <source>Hoe kwam dit gesprek tot stand?</source>
        <translation>How did this talk come about?</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Begin het gesprek</source>
        <translation>Start the talk</translation>
    </message>
    <message>
        <source>Terug naar de gesprekken</source>
        <translation>Back to the talks</translation>
    </message>
    <message>
        <source>Kort gesprek</source>
        <translation>Short talk</translation>
    </message>
    <message>
        <source>Verkennend gesprek</source>
        <translation>Exploratory talk</translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation>new</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Een indicatie, geen bewijs. U en de persoon beslissen.</source>
        <translation>An indication, no proof. You and the person decide.</translation>
    </message>
    <message>
        <source>Hoe vast het advies staat, wordt doorgerekend …</source>
        <translation>How firm the advice stands is being worked out …</translation>
    </message>
    <message>
        <source>Hoe vast het advies staat, kon nu niet worden doorgerekend.</source>
        <translation>How firm the advice stands could not be worked out now.</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Omhoog</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Omlaag</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Nog geen stappen. Dat mag. Schrijf er een op, of ga verder.</source>
        <translation>No steps yet. That is fine. Write one down, or continue.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Wie doet het</source>
        <translation>Who does it</translation>
    </message>
    <message>
        <source>Wanneer, uiterlijk</source>
        <translation>When, at the latest</translation>
    </message>
    <message>
        <source>Kleinste begin</source>
        <translation>Smallest start</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>geen dag</source>
        <translation>no day</translation>
    </message>
</context>
<context>
    <name>StrengthLine</name>
    <message>
        <source>Wat gaat goed</source>
        <translation>What goes well</translation>
    </message>
    <message>
        <source>Wat gaat goed, of wie helpt al?</source>
        <translation>What goes well, or who helps already?</translation>
    </message>
</context>
<context>
    <name>TalkBar</name>
    <message>
        <source>Kort gesprek</source>
        <translation>Short talk</translation>
    </message>
    <message>
        <source>Verkennend gesprek</source>
        <translation>Exploratory talk</translation>
    </message>
    <message>
        <source>Hoe lang u bezig bent</source>
        <translation>How long you have been talking</translation>
    </message>
    <message>
        <source>Niet-pluis</source>
        <translation>Not right</translation>
    </message>
    <message>
        <source>Alles zoeken</source>
        <translation>Search everything</translation>
    </message>
</context>
<context>
    <name>TalkFoot</name>
    <message>
        <source>Vorige</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Pauze of overdragen</source>
        <translation>Pause or hand over</translation>
    </message>
    <message>
        <source>Samen kiezen</source>
        <translation>Choose together</translation>
    </message>
    <message>
        <source>Volgende vraag</source>
        <translation>Next question</translation>
    </message>
</context>
<context>
    <name>TalkHeader</name>
    <message>
        <source>Niet-pluis</source>
        <translation>Not right</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Niet opgeslagen</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>Opgeslagen {time}</source>
        <translation>Saved {time}</translation>
    </message>
</context>
<context>
    <name>TalkStrips</name>
    <message>
        <source>Zoek onderwerp of vraag</source>
        <translation>Search topic or question</translation>
    </message>
    <message>
        <source>Vragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Beeld tot nu toe</source>
        <translation>Picture so far</translation>
    </message>
</context>
<context>
    <name>TalkWalk</name>
    <message>
        <source>Alles is gevraagd. U kunt nu samen kiezen.</source>
        <translation>Everything has been asked. You can choose together now.</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt.</source>
        <translation>Undone.</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Vandaag weer spreken</source>
        <translation>Talk again today</translation>
    </message>
</context>
<context>
    <name>TopicPanel</name>
    <message>
        <source>Zoek onderwerp of vraag</source>
        <translation>Search topic or question</translation>
    </message>
    <message>
        <source>Vragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Onderwerpen</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Wie is erbij</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>Nu even alleen</source>
        <translation>Alone for a moment</translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>Uw wachtzin</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Nog een keer dezelfde wachtzin</source>
        <translation>The same passphrase once more</translation>
    </message>
    <message>
        <source>Caps Lock staat aan.</source>
        <translation>Caps Lock is on.</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Wachtzin tonen</source>
        <translation>Show passphrase</translation>
    </message>
    <message>
        <source>Alles blijft versleuteld op deze computer.</source>
        <translation>Everything stays encrypted on this computer.</translation>
    </message>
    <message>
        <source>Proefgebruik: nog niet vastgelegd wie voor het gebruik instaat.</source>
        <translation>Trial use: not yet recorded who answers for its use.</translation>
    </message>
    <message>
        <source>De regels van deze inhoud zijn niet nagerekend.</source>
        <translation>The rules of this content have not been proved.</translation>
    </message>
    <message>
        <source>Rondkijken met voorbeelden? Start met ./run --demo</source>
        <translation>Look around with examples? Start with ./run --demo</translation>
    </message>
    <message>
        <source>Goedemorgen</source>
        <translation>Good morning</translation>
    </message>
    <message>
        <source>Goedemiddag</source>
        <translation>Good afternoon</translation>
    </message>
    <message>
        <source>Goedenavond</source>
        <translation>Good evening</translation>
    </message>
    <message>
        <source>Welkom. Bedenk een wachtzin. Daarmee gaat het programma open.</source>
        <translation>Welcome. Think of a passphrase. It opens the program.</translation>
    </message>
    <message>
        <source>Voorbeeldgegevens: fictieve mensen</source>
        <translation>Example data: fictional people</translation>
    </message>
    <message>
        <source>Neem minstens 12 tekens, of vier woorden. Bewaar de wachtzin goed. Wie hem kwijtraakt, is alles kwijt: niemand kan hem terughalen.</source>
        <translation>Use at least 12 characters, or four words. Keep the passphrase safe. If you lose it, you lose everything: nobody can get it back.</translation>
    </message>
    <message>
        <source>Plakken mag. Hoofdletters tellen mee.</source>
        <translation>Pasting is fine. Capital letters matter.</translation>
    </message>
    <message>
        <source>Typ eerst uw wachtzin.</source>
        <translation>Type your passphrase first.</translation>
    </message>
    <message>
        <source>Dit is te kort. Neem minstens 12 tekens, of vier woorden.</source>
        <translation>This is too short. Use at least 12 characters, or four words.</translation>
    </message>
    <message>
        <source>De twee zijn niet gelijk. Typ de tweede nog eens.</source>
        <translation>The two are not the same. Type the second one again.</translation>
    </message>
    <message>
        <source>Deze wachtzin past niet. Kijk of Caps Lock aan staat.</source>
        <translation>This passphrase does not fit. See whether Caps Lock is on.</translation>
    </message>
    <message>
        <source>Openen lukte niet. Probeer het nog eens.</source>
        <translation>Opening did not work. Please try again.</translation>
    </message>
    <message>
        <source>Het programma kan niet starten.</source>
        <translation>The program cannot start.</translation>
    </message>
</context>
<context>
    <name>UnlockPicture</name>
    <message>
        <source>Verkennend gesprek</source>
        <translation>Exploratory talk</translation>
    </message>
    <message>
        <source>Samen kijken wat er speelt, wat al goed gaat en wat helpt.</source>
        <translation>Looking together at what is going on, what goes well and what helps.</translation>
    </message>
    <message>
        <source>U en de persoon beslissen. Het programma denkt mee.</source>
        <translation>You and the person decide. The program thinks along.</translation>
    </message>
</context>
<context>
    <name>UrgencyCard</name>
    <message>
        <source>Hoe snel is hulp nodig?</source>
        <translation>How soon is help needed?</translation>
    </message>
    <message>
        <source>Leg vast</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Laat zo</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>Volg weer de regels</source>
        <translation>Follow the rules again</translation>
    </message>
    <message>
        <source>Een alarmsignaal dat later komt, telt altijd weer mee.</source>
        <translation>An alarm signal that comes later always counts again.</translation>
    </message>
    <message>
        <source>Waarom ziet u het anders?</source>
        <translation>Why do you see it differently?</translation>
    </message>
</context>
<context>
    <name>WhyOtherwise</name>
    <message>
        <source>Waarom kiest u dit toch?</source>
        <translation>Why do you choose this all the same?</translation>
    </message>
    <message>
        <source>Waarom raadt u dit nu af?</source>
        <translation>Why do you advise against this now?</translation>
    </message>
    <message>
        <source>Toch kiezen</source>
        <translation>Choose all the same</translation>
    </message>
    <message>
        <source>Leg vast</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Dit besluit is van de hulpverlener. De huisarts leest de reden, als de persoon dat goed vindt.</source>
        <translation>This is the practitioner&apos;s decision. The GP reads the reason, if the person agrees.</translation>
    </message>
    <message>
        <source>De regels zeggen: {text}</source>
        <translation>The rules say: {text}</translation>
    </message>
    <message>
        <source>Schrijf kort waarom.</source>
        <translation>Write briefly why.</translation>
    </message>
</context>
<context>
    <name>WhyParts</name>
    <message>
        <source>Wat ervoor is</source>
        <translation>What speaks for it</translation>
    </message>
    <message>
        <source>Nog niet bekend</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>Wat ertegen is</source>
        <translation>What speaks against it</translation>
    </message>
</context>
<context>
    <name>WhyRow</name>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Meer over {name}</source>
        <translation>More about {name}</translation>
    </message>
    <message>
        <source>Minder</source>
        <translation>Less</translation>
    </message>
</context>
</TS>
