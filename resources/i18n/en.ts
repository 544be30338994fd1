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
        <source>Begint een gesprek van ongeveer tien minuten.</source>
        <translation>Begins a talk of about ten minutes.</translation>
    </message>
    <message>
        <source>Verkennend gesprek beginnen</source>
        <translation>Start an exploratory talk</translation>
    </message>
    <message>
        <source>Begint een gesprek waarvoor u ruim de tijd neemt, ook met anderen erbij.</source>
        <translation>Begins a talk for which you take your time, also with others present.</translation>
    </message>
    <message>
        <source>Laat alle gesprekken zien. Wat u deed, is bewaard.</source>
        <translation>Shows all talks. What you did is saved.</translation>
    </message>
    <message>
        <source>Gaat naar de vraag waar u was gebleven.</source>
        <translation>Goes to the question where you left off.</translation>
    </message>
    <message>
        <source>Mensen om u heen tekenen</source>
        <translation>Draw people around you</translation>
    </message>
    <message>
        <source>Tekent samen wie er om de persoon heen staan.</source>
        <translation>Draw together who is around the person.</translation>
    </message>
    <message>
        <source>Wat eerst</source>
        <translation>What first</translation>
    </message>
    <message>
        <source>Zet samen op volgorde waar het over moet gaan.</source>
        <translation>Put in order together what it should be about.</translation>
    </message>
    <message>
        <source>Veiligheidskaart maken</source>
        <translation>Make a safety plan</translation>
    </message>
    <message>
        <source>Vult samen in wat helpt op een moeilijk moment, met een POH-GGZ erbij.</source>
        <translation>Fills in together what helps at a difficult moment, with a mental health nurse there.</translation>
    </message>
    <message>
        <source>Niet-pluis</source>
        <translation>Not right (gut feeling)</translation>
    </message>
    <message>
        <source>Legt vast dat het niet goed voelt. Een reden hoeft niet.</source>
        <translation>Records that it does not feel right. No reason is needed.</translation>
    </message>
    <message>
        <source>Gesprek heropenen</source>
        <translation>Reopen the talk</translation>
    </message>
    <message>
        <source>Opent een afgesloten gesprek weer, zodat u het kunt veranderen.</source>
        <translation>Opens a closed talk again, so that you can change it.</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Neemt terug wat u het laatst in dit gesprek deed.</source>
        <translation>Takes back what you did last in this talk.</translation>
    </message>
    <message>
        <source>Toch wel doen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Doet opnieuw wat u net terugnam.</source>
        <translation>Does again what you just took back.</translation>
    </message>
    <message>
        <source>Scherm van de persoon</source>
        <translation>Screen for the person</translation>
    </message>
    <message>
        <source>Opent of sluit een tweede venster met alleen de vraag, voor de persoon zelf.</source>
        <translation>Opens or closes a second window with only the question, for the person.</translation>
    </message>
    <message>
        <source>Laat het wiel zien</source>
        <translation>Show the wheel</translation>
    </message>
    <message>
        <source>Laat op het scherm van de persoon zien hoe het gaat, ook in woorden.</source>
        <translation>Shows on the person&apos;s screen how things are, in words too.</translation>
    </message>
    <message>
        <source>Alles zoeken</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>Zoekt in alles wat u kunt doen, en in een gesprek ook in de vragen.</source>
        <translation>Searches everything you can do, and in a talk the questions too.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Opent het menu met alles wat u kunt doen.</source>
        <translation>Opens the menu with everything you can do.</translation>
    </message>
    <message>
        <source>Laat alle toetsen zien, en wat ze doen.</source>
        <translation>Shows all keys and what they do.</translation>
    </message>
    <message>
        <source>Rondleiding</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Wijst in vijf stappen aan wat waar zit, met verzonnen voorbeelden.</source>
        <translation>Points out in five steps what is where, with made-up examples.</translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Haalt alles uit beeld en vraagt weer om uw wachtzin.</source>
        <translation>Takes everything out of sight and asks for your passphrase again.</translation>
    </message>
    <message>
        <source>Zoekt hulp in de buurt.</source>
        <translation>Finds help nearby.</translation>
    </message>
    <message>
        <source>Laat zien wat gewist moet worden, en wat binnenkort wordt opgeruimd.</source>
        <translation>Shows what must be erased, and what will be cleared away soon.</translation>
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
        <source>Gesprek</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>Vraag</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Beeld</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Kiezen en meegeven</source>
        <translation>Choose and hand over</translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Praktijk</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Hulp</source>
        <translation>Help</translation>
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
        <source>Bij mensen om u heen</source>
        <translation>While drawing the people around you</translation>
    </message>
    <message>
        <source>Bij wat eerst</source>
        <translation>At what first</translation>
    </message>
    <message>
        <source>Bij de veiligheidskaart</source>
        <translation>While making the safety plan</translation>
    </message>
    <message>
        <source>Bij samen kiezen</source>
        <translation>While choosing together</translation>
    </message>
    <message>
        <source>Bij de afspraken</source>
        <translation>At the agreements</translation>
    </message>
    <message>
        <source>Bij de papieren</source>
        <translation>At the papers</translation>
    </message>
    <message>
        <source>Bij de sociale kaart</source>
        <translation>In the directory</translation>
    </message>
    <message>
        <source>Op de bellijst</source>
        <translation>On the calling list</translation>
    </message>
    <message>
        <source>Bij wat dubbel is</source>
        <translation>While merging doubles</translation>
    </message>
    <message>
        <source>Bij aanbod wijzigen</source>
        <translation>While changing services</translation>
    </message>
    <message>
        <source>Bij de praktijk</source>
        <translation>In the practice</translation>
    </message>
    <message>
        <source>Bellijst van de sociale kaart</source>
        <translation>Calling list of the directory</translation>
    </message>
    <message>
        <source>Laat zien wie u deze week belt om na te kijken of alles nog klopt.</source>
        <translation>Shows whom to call this week to check that everything is still right.</translation>
    </message>
    <message>
        <source>Sociale kaart als tabel</source>
        <translation>Directory as a table</translation>
    </message>
    <message>
        <source>Wijzigt veel aanbod achter elkaar.</source>
        <translation>Changes many services in a row.</translation>
    </message>
    <message>
        <source>Dubbele in de sociale kaart</source>
        <translation>Duplicates in the directory</translation>
    </message>
    <message>
        <source>Voegt samen wat er twee keer in staat.</source>
        <translation>Merges what is in it twice.</translation>
    </message>
    <message>
        <source>Lijsten halen en meegeven</source>
        <translation>Take lists in and hand them out</translation>
    </message>
    <message>
        <source>Haalt een lijst met aanbod binnen, of geeft er een mee.</source>
        <translation>Brings in a list of services, or hands one over.</translation>
    </message>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Stelt in hoe het eruitziet, en wat de praktijk is.</source>
        <translation>Sets how it looks, and what the practice is.</translation>
    </message>
    <message>
        <source>Wie werken ermee</source>
        <translation>Who works with it</translation>
    </message>
    <message>
        <source>Laat zien wie het programma gebruiken. Hier wijzigt u ook uw wachtzin.</source>
        <translation>Shows who uses the program. Here you also change your passphrase.</translation>
    </message>
    <message>
        <source>Reservekopieën</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Maakt een kopie, probeert die, of zet hem terug.</source>
        <translation>Makes a copy, tries it, or puts it back.</translation>
    </message>
    <message>
        <source>Logboek</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Laat zien wie wat heeft gedaan.</source>
        <translation>Shows who did what.</translation>
    </message>
    <message>
        <source>Verzoeken en opruimen</source>
        <translation>Requests and clearing</translation>
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
        <source>Gaat naar de volgende vraag.</source>
        <translation>Goes to the next question.</translation>
    </message>
    <message>
        <source>Gaat terug naar de vraag hiervoor.</source>
        <translation>Goes back to the question before.</translation>
    </message>
    <message>
        <source>Gaat naar het onderwerp hieronder.</source>
        <translation>Goes to the topic below.</translation>
    </message>
    <message>
        <source>Gaat naar het onderwerp hierboven.</source>
        <translation>Goes to the topic above.</translation>
    </message>
    <message>
        <source>Zoeken in onderwerpen</source>
        <translation>Search the topics</translation>
    </message>
    <message>
        <source>Noteert dat de persoon dit liever niet zegt, en gaat verder.</source>
        <translation>Notes that the person would rather not say, and goes on.</translation>
    </message>
    <message>
        <source>Noteert dat de persoon het niet weet, en gaat verder.</source>
        <translation>Notes that the person does not know, and goes on.</translation>
    </message>
    <message>
        <source>Haalt het antwoord op deze vraag weg.</source>
        <translation>Takes the answer to this question away.</translation>
    </message>
    <message>
        <source>Noteert dat de persoon het hierover wil hebben. Nog een keer: toch niet.</source>
        <translation>Notes that the person wants to talk about this. Once more: not after all.</translation>
    </message>
    <message>
        <source>Gaat naar het vak waarin u meeschrijft.</source>
        <translation>Goes to the field in which you write along.</translation>
    </message>
    <message>
        <source>Hulp bij deze vraag</source>
        <translation>Help with this question</translation>
    </message>
    <message>
        <source>Laat zien waarom we dit vragen, en hoe u het kunt vragen. Nog een keer: weg.</source>
        <translation>Shows why we ask this, and how you could ask it. Once more: hidden.</translation>
    </message>
    <message>
        <source>Gaat uit het vak, zodat de toetsen weer antwoord geven.</source>
        <translation>Leaves the field, so that the keys give answers again.</translation>
    </message>
    <message>
        <source>Voor als de anderen even weg zijn. Nog een keer: ze zijn er weer.</source>
        <translation>For when the others are away for a moment. Once more: they are back.</translation>
    </message>
    <message>
        <source>Haalt het beeld rechts en wat u opschreef uit het zicht, of laat het weer zien.</source>
        <translation>Hides the picture on the right and what you wrote, or shows it again.</translation>
    </message>
    <message>
        <source>Gaat naar de lijst, de vraag of het beeld.</source>
        <translation>Goes to the list, the question or the picture.</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Laat zien waar u nog naar moet kijken.</source>
        <translation>Shows what you still have to look at.</translation>
    </message>
    <message>
        <source>Hoe lang bezig</source>
        <translation>How long so far</translation>
    </message>
    <message>
        <source>Zegt hoe lang u bezig bent, en hoeveel vragen er nog zijn.</source>
        <translation>Says how long you have been talking, and how many questions are left.</translation>
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
        <source>Zoekt een onderwerp of een vraag met een woord ervan.</source>
        <translation>Finds a topic or a question by a word of it.</translation>
    </message>
    <message>
        <source>Laat zien waar het beeld op rust.</source>
        <translation>Shows what the picture rests on.</translation>
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
        <source>Alle gegevens van het aanbod</source>
        <translation>All details of the service</translation>
    </message>
    <message>
        <source>Zo ging het eerder</source>
        <translation>How it went before</translation>
    </message>
    <message>
        <source>Vergelijken</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Gaat naar het zoekvak boven de gesprekken.</source>
        <translation>Goes to the search field above the talks.</translation>
    </message>
    <message>
        <source>Verwijdert het gesprek op de regel waar u staat. Eerst wordt gevraagd of u het zeker weet.</source>
        <translation>Deletes the talk on the line where you are. You are asked first whether you are sure.</translation>
    </message>
    <message>
        <source>Gesprek inlezen</source>
        <translation>Read in a talk</translation>
    </message>
    <message>
        <source>Maakt een gesprek van een FHIR-bestand dat dit programma eerder heeft bewaard.</source>
        <translation>Makes a talk from a FHIR file that this program saved before.</translation>
    </message>
    <message>
        <source>Formulier op papier</source>
        <translation>Form on paper</translation>
    </message>
    <message>
        <source>Maakt een formulier van de vragen, om met de hand in te vullen.</source>
        <translation>Makes a form of the questions, to fill in by hand.</translation>
    </message>
    <message>
        <source>Onderwerp erbij</source>
        <translation>Add a topic</translation>
    </message>
    <message>
        <source>Gaat naar wat ook ter sprake kwam, om er een bij te zetten.</source>
        <translation>Goes to what also came up, to add one.</translation>
    </message>
    <message>
        <source>Maak dit een eerste stap</source>
        <translation>Make this a first step</translation>
    </message>
    <message>
        <source>Zet wat zou helpen bij de afspraken, of haalt het er weer af.</source>
        <translation>Puts what would help with the agreements, or takes it off again.</translation>
    </message>
    <message>
        <source>Wens omhoog</source>
        <translation>Wish up</translation>
    </message>
    <message>
        <source>Zet de wens waar u staat een plaats hoger.</source>
        <translation>Moves the wish where you are one place up.</translation>
    </message>
    <message>
        <source>Wens omlaag</source>
        <translation>Wish down</translation>
    </message>
    <message>
        <source>Zet de wens waar u staat een plaats lager.</source>
        <translation>Moves the wish where you are one place down.</translation>
    </message>
    <message>
        <source>Laat zien wat kan helpen, en u kiest samen.</source>
        <translation>Shows what can help, and you choose together.</translation>
    </message>
    <message>
        <source>Schrijft op wat de persoon zelf bedenkt.</source>
        <translation>Writes down what the person comes up with.</translation>
    </message>
    <message>
        <source>Zet twee of drie keuzes naast elkaar.</source>
        <translation>Puts two or three choices side by side.</translation>
    </message>
    <message>
        <source>Laat alles zien over het aanbod op de kaart waar u staat.</source>
        <translation>Shows everything about the service on the card where you are.</translation>
    </message>
    <message>
        <source>Laat zien hoe het ging met dit aanbod. Alleen voor u.</source>
        <translation>Shows how it went with this service. For you only.</translation>
    </message>
    <message>
        <source>Schrijft op wie wat doet, en wanneer.</source>
        <translation>Writes down who does what, and when.</translation>
    </message>
    <message>
        <source>Eigen stap erbij</source>
        <translation>Add an own step</translation>
    </message>
    <message>
        <source>Zet een lege stap bij de afspraken.</source>
        <translation>Adds an empty step to the agreements.</translation>
    </message>
    <message>
        <source>Laat zien wat u kunt meegeven of versturen.</source>
        <translation>Shows what you can hand over or send.</translation>
    </message>
    <message>
        <source>Bewaren als pdf</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Bewaart het papier dat u ziet, waar u dat wilt.</source>
        <translation>Saves the paper you see, where you want it.</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Drukt het papier af dat u ziet.</source>
        <translation>Prints the paper you see.</translation>
    </message>
    <message>
        <source>Tekst voor het journaal kopiëren</source>
        <translation>Copy the text for the record</translation>
    </message>
    <message>
        <source>Zet de tekst dertig seconden op het klembord.</source>
        <translation>Puts the text on the clipboard for thirty seconds.</translation>
    </message>
    <message>
        <source>Zoeken in de sociale kaart</source>
        <translation>Search the directory</translation>
    </message>
    <message>
        <source>Gaat naar het zoekvak.</source>
        <translation>Goes to the search field.</translation>
    </message>
    <message>
        <source>Meer filters</source>
        <translation>More filters</translation>
    </message>
    <message>
        <source>Opent of sluit de filters.</source>
        <translation>Opens or closes the filters.</translation>
    </message>
    <message>
        <source>Alles wissen</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Haalt alle filters weg.</source>
        <translation>Takes all filters away.</translation>
    </message>
    <message>
        <source>Zet dit aanbod op het blad om mee te geven, of haalt het er weer af.</source>
        <translation>Puts this service on the sheet to hand over, or takes it off again.</translation>
    </message>
    <message>
        <source>Maakt een blad met dit aanbod voor de persoon.</source>
        <translation>Makes a sheet with this service for the person.</translation>
    </message>
    <message>
        <source>Bewaart dit aanbod voor een adresboek.</source>
        <translation>Saves this service for an address book.</translation>
    </message>
    <message>
        <source>Zet nieuw aanbod in de sociale kaart.</source>
        <translation>Adds a new service to the directory.</translation>
    </message>
    <message>
        <source>Aanbod bewerken</source>
        <translation>Edit the service</translation>
    </message>
    <message>
        <source>Noteert dat u dit vandaag hebt nagekeken.</source>
        <translation>Notes that you checked this today.</translation>
    </message>
    <message>
        <source>Nieuw aanbod</source>
        <translation>New service</translation>
    </message>
    <message>
        <source>Wijzigt het aanbod waar u staat.</source>
        <translation>Changes the service where you are.</translation>
    </message>
    <message>
        <source>Klopt nog</source>
        <translation>Still right</translation>
    </message>
    <message>
        <source>Kiezen voor een blad</source>
        <translation>Choose for a leaflet</translation>
    </message>
    <message>
        <source>Blad om mee te geven</source>
        <translation>Leaflet to hand out</translation>
    </message>
    <message>
        <source>Bewaren als visitekaartje</source>
        <translation>Save as contact card</translation>
    </message>
    <message>
        <source>pijl links</source>
        <translation>left arrow</translation>
    </message>
    <message>
        <source>pijl rechts</source>
        <translation>right arrow</translation>
    </message>
    <message>
        <source>pijl omhoog</source>
        <translation>up arrow</translation>
    </message>
    <message>
        <source>pijl omlaag</source>
        <translation>down arrow</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>min</source>
        <translation>minus</translation>
    </message>
    <message>
        <source> of </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Spatie</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sluit wat het laatst openging.</source>
        <translation>Closes what opened last.</translation>
    </message>
    <message>
        <source>Volgende of vorige</source>
        <translation>Next or previous</translation>
    </message>
    <message>
        <source>Gaat naar het volgende vak, of terug.</source>
        <translation>Goes to the next field, or back.</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Gaat naar het scherm hiervoor.</source>
        <translation>Goes to the screen before this one.</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Gaat naar het volgende scherm.</source>
        <translation>Goes to the next screen.</translation>
    </message>
    <message>
        <source>Uit het zicht</source>
        <translation>Out of sight</translation>
    </message>
    <message>
        <source>Verbergt wat er staat, of laat het weer zien.</source>
        <translation>Hides what is there, or shows it again.</translation>
    </message>
    <message>
        <source>Kiest het antwoord met dat cijfer. Op een schaal tot 10 is T een tien.</source>
        <translation>Chooses the answer with that digit. On a scale up to 10, T is a ten.</translation>
    </message>
    <message>
        <source>Gaat van antwoord naar antwoord. In de lijst: van onderwerp naar onderwerp.</source>
        <translation>Goes from answer to answer. In the list: from topic to topic.</translation>
    </message>
    <message>
        <source>Kiest wat blijft, als een collega tegelijk iets anders invulde.</source>
        <translation>Chooses what stays, when a colleague filled in something else at the same time.</translation>
    </message>
    <message>
        <source>Gaat verder met het gesprek op de regel waar u staat.</source>
        <translation>Goes on with the talk on the line you are on.</translation>
    </message>
    <message>
        <source>Laat zien wat u nog meer met dit gesprek kunt doen.</source>
        <translation>Shows what else you can do with this talk.</translation>
    </message>
    <message>
        <source>Gesprek openen</source>
        <translation>Open a talk</translation>
    </message>
    <message>
        <source>Meer bij een gesprek</source>
        <translation>More about a talk</translation>
    </message>
    <message>
        <source>Antwoord geven</source>
        <translation>Give an answer</translation>
    </message>
    <message>
        <source>Door de antwoorden</source>
        <translation>Through the answers</translation>
    </message>
    <message>
        <source>Laten staan of vervangen</source>
        <translation>Leave it or replace it</translation>
    </message>
    <message>
        <source>Zet iemand om de persoon heen.</source>
        <translation>Puts somebody around the person.</translation>
    </message>
    <message>
        <source>Zet degene die gekozen is verder weg of dichterbij.</source>
        <translation>Moves the chosen person further away or closer.</translation>
    </message>
    <message>
        <source>Zegt wie het is: familie, een vriend, een buur of iemand anders.</source>
        <translation>Says who it is: family, a friend, a neighbour or somebody else.</translation>
    </message>
    <message>
        <source>Zegt hoeveel het contact kost. Nog een keer: meer, en dan weer niets.</source>
        <translation>Says how much the contact costs. Once more: more, and then nothing again.</translation>
    </message>
    <message>
        <source>Zegt of degene die gekozen is mag meedenken.</source>
        <translation>Says whether the chosen person may think along.</translation>
    </message>
    <message>
        <source>Wijzigt degene die gekozen is.</source>
        <translation>Changes the chosen person.</translation>
    </message>
    <message>
        <source>Haalt degene die gekozen is weg.</source>
        <translation>Takes the chosen person out.</translation>
    </message>
    <message>
        <source>Gaat in de lijst naar de volgende of de vorige.</source>
        <translation>Goes to the next or the previous one in the list.</translation>
    </message>
    <message>
        <source>Iemand erbij</source>
        <translation>Add somebody</translation>
    </message>
    <message>
        <source>Iemand kiezen</source>
        <translation>Choose somebody</translation>
    </message>
    <message>
        <source>Verder weg of dichterbij</source>
        <translation>Further away or closer</translation>
    </message>
    <message>
        <source>Wie het is</source>
        <translation>Who it is</translation>
    </message>
    <message>
        <source>Wat het kost</source>
        <translation>What it costs</translation>
    </message>
    <message>
        <source>Mag meedenken</source>
        <translation>May think along</translation>
    </message>
    <message>
        <source>Iemand wijzigen</source>
        <translation>Change somebody</translation>
    </message>
    <message>
        <source>Iemand weghalen</source>
        <translation>Take somebody out</translation>
    </message>
    <message>
        <source>Neemt het voorstel met dat cijfer.</source>
        <translation>Takes the proposal with that digit.</translation>
    </message>
    <message>
        <source>Gaat van kaart naar kaart.</source>
        <translation>Goes from card to card.</translation>
    </message>
    <message>
        <source>Zet de stap waar u staat een plaats hoger of lager.</source>
        <translation>Moves the step you are on one place up or down.</translation>
    </message>
    <message>
        <source>Gaat in de lijst naar het volgende of het vorige papier.</source>
        <translation>Goes to the next or the previous paper in the list.</translation>
    </message>
    <message>
        <source>Gaat naar de vorige of de volgende bladzijde.</source>
        <translation>Goes to the previous or the next page.</translation>
    </message>
    <message>
        <source>Laat de bladzijde groter of kleiner zien.</source>
        <translation>Shows the page larger or smaller.</translation>
    </message>
    <message>
        <source>Voorstel nemen</source>
        <translation>Take a proposal</translation>
    </message>
    <message>
        <source>Door de groepen</source>
        <translation>Through the groups</translation>
    </message>
    <message>
        <source>Door de voorstellen</source>
        <translation>Through the proposals</translation>
    </message>
    <message>
        <source>Stap omhoog of omlaag</source>
        <translation>Step up or down</translation>
    </message>
    <message>
        <source>Ander papier</source>
        <translation>Another paper</translation>
    </message>
    <message>
        <source>Bladeren</source>
        <translation>Turn pages</translation>
    </message>
    <message>
        <source>Groter of kleiner</source>
        <translation>Larger or smaller</translation>
    </message>
    <message>
        <source>Gaat naar de gegevens van het aanbod waar u staat.</source>
        <translation>Goes to the facts of the service you are on.</translation>
    </message>
    <message>
        <source>Haalt het filter weg waar u staat.</source>
        <translation>Takes away the filter you are on.</translation>
    </message>
    <message>
        <source>Noteert dat alles klopt. Met Shift: bij alles van dit telefoontje.</source>
        <translation>Notes that all is right. With Shift: for everything of this call.</translation>
    </message>
    <message>
        <source>Opent wat er is gewijzigd.</source>
        <translation>Opens what has changed.</translation>
    </message>
    <message>
        <source>Noteert dat het er niet meer is.</source>
        <translation>Notes that it is no longer there.</translation>
    </message>
    <message>
        <source>Noteert dat u niemand bereikte.</source>
        <translation>Notes that you reached nobody.</translation>
    </message>
    <message>
        <source>Neemt op deze regel wat links of wat rechts staat.</source>
        <translation>Takes what stands left or right on this line.</translation>
    </message>
    <message>
        <source>Voegt de twee samen tot één.</source>
        <translation>Merges the two into one.</translation>
    </message>
    <message>
        <source>Aanbod lezen</source>
        <translation>Read a service</translation>
    </message>
    <message>
        <source>Filter weghalen</source>
        <translation>Take a filter away</translation>
    </message>
    <message>
        <source>Gewijzigd</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Bestaat niet meer</source>
        <translation>No longer exists</translation>
    </message>
    <message>
        <source>Niet bereikt</source>
        <translation>Not reached</translation>
    </message>
    <message>
        <source>Links of rechts nemen</source>
        <translation>Take left or right</translation>
    </message>
    <message>
        <source>Samenvoegen</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Bewaart wat u wijzigde.</source>
        <translation>Saves what you changed.</translation>
    </message>
    <message>
        <source>Kopieert wat gekozen is, of plakt wat u kopieerde.</source>
        <translation>Copies what is chosen, or pastes what you copied.</translation>
    </message>
    <message>
        <source>Vult wat bovenaan staat in de vakken eronder in.</source>
        <translation>Fills what stands at the top into the cells below.</translation>
    </message>
    <message>
        <source>Wijzigt het vak van de tabel waar u staat.</source>
        <translation>Changes the cell of the table you are on.</translation>
    </message>
    <message>
        <source>Maakt de gekozen vakken leeg.</source>
        <translation>Empties the chosen cells.</translation>
    </message>
    <message>
        <source>Neemt terug wat u het laatst in de tabel deed, of doet het weer.</source>
        <translation>Takes back what you did last in the table, or does it again.</translation>
    </message>
    <message>
        <source>Gaat uit de tabel naar wat erna of ervoor staat.</source>
        <translation>Leaves the table for what comes after or before it.</translation>
    </message>
    <message>
        <source>Neemt de lijst op in de sociale kaart.</source>
        <translation>Takes the list into the directory.</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Kopiëren of plakken</source>
        <translation>Copy or paste</translation>
    </message>
    <message>
        <source>Naar onderen invullen</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <source>Vak wijzigen</source>
        <translation>Change a cell</translation>
    </message>
    <message>
        <source>Vakken leegmaken</source>
        <translation>Empty cells</translation>
    </message>
    <message>
        <source>Terugnemen in de tabel</source>
        <translation>Take back in the table</translation>
    </message>
    <message>
        <source>Uit de tabel</source>
        <translation>Out of the table</translation>
    </message>
    <message>
        <source>Lijst kiezen</source>
        <translation>Choose a list</translation>
    </message>
    <message>
        <source>Lijst opnemen</source>
        <translation>Take a list in</translation>
    </message>
    <message>
        <source>Kiest het bestand met de lijst die u wilt halen.</source>
        <translation>Chooses the file with the list that you want to bring in.</translation>
    </message>
    <message>
        <source>Gaat in het logboek naar het zoekvak.</source>
        <translation>Goes to the search box of the log.</translation>
    </message>
    <message>
        <source>Drukt het herstelblad af, of bewaart het.</source>
        <translation>Prints the recovery sheet, or saves it.</translation>
    </message>
    <message>
        <source>Zoeken in het logboek</source>
        <translation>Search the log</translation>
    </message>
    <message>
        <source>Herstelblad meegeven</source>
        <translation>Hand out the recovery sheet</translation>
    </message>
</context>
<context>
    <name>ActiveFilters</name>
    <message>
        <source>Filters die aan staan</source>
        <translation>Filters that are on</translation>
    </message>
    <message>
        <source>Alles wissen</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Filter weghalen: {filter}</source>
        <translation>Take the filter away: {filter}</translation>
    </message>
</context>
<context>
    <name>AdmitCard</name>
    <message>
        <source>{name} toelaten?</source>
        <translation>Admit {name}?</translation>
    </message>
    <message>
        <source>Daarmee gaat voor {name} open wat mensen hier hebben verteld, zover de rol het toelaat. Doe dit alleen als u zeker weet wie dit is.</source>
        <translation>This opens to {name} what people have told here, as far as the role allows. Do this only if you are sure who this is.</translation>
    </message>
    <message>
        <source>Laat toe</source>
        <translation>Admit</translation>
    </message>
    <message>
        <source>{name} is toegelaten.</source>
        <translation>{name} has been admitted.</translation>
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
    <name>AnswerBar</name>
    <message>
        <source>Klopt nog</source>
        <translation>Still right</translation>
    </message>
    <message>
        <source>Gewijzigd</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Bestaat niet meer</source>
        <translation>No longer exists</translation>
    </message>
    <message>
        <source>Niet bereikt</source>
        <translation>Not reached</translation>
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
    <name>AskHelp</name>
    <message>
        <source>Waarom vragen we dit?</source>
        <translation>Why do we ask this?</translation>
    </message>
    <message>
        <source>Hoe kunt u het vragen?</source>
        <translation>How could you ask it?</translation>
    </message>
    <message>
        <source>Zo kunt u beginnen: “{words}”</source>
        <translation>You could begin like this: “{words}”</translation>
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
        <source>Teruggeven</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>Voorbeeldgegevens: fictieve mensen</source>
        <translation>Example data: fictional people</translation>
    </message>
    <message>
        <source>Proefgebruik: nog niet vastgelegd wie voor het gebruik instaat</source>
        <translation>Trial use: not yet recorded who answers for its use</translation>
    </message>
    <message>
        <source>Noodknop: u bent in het gesprek van een collega, nog {minutes} min</source>
        <translation>Break-glass: you are in a colleague&apos;s conversation, {minutes} min left</translation>
    </message>
</context>
<context>
    <name>BlockCard</name>
    <message>
        <source>{name} blokkeren?</source>
        <translation>Block {name}?</translation>
    </message>
    <message>
        <source>{name} kan het programma dan niet meer openen. Gesprekken en logboek blijven zoals ze zijn. Deblokkeren kan later altijd.</source>
        <translation>{name} can then no longer open the program. Talks and log stay as they are. You can always unblock later.</translation>
    </message>
    <message>
        <source>Blokkeer</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>{name} is geblokkeerd.</source>
        <translation>{name} has been blocked.</translation>
    </message>
    <message>
        <source>{name} kan weer openen.</source>
        <translation>{name} can open again.</translation>
    </message>
</context>
<context>
    <name>BusyRow</name>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stoppen …</source>
        <translation>Stopping …</translation>
    </message>
</context>
<context>
    <name>CallPane</name>
    <message>
        <source>Hoe nagekeken</source>
        <translation>How it was checked</translation>
    </message>
    <message>
        <source>Alles klopt</source>
        <translation>All is right</translation>
    </message>
    <message>
        <source>Niemand neemt op</source>
        <translation>Nobody answers</translation>
    </message>
</context>
<context>
    <name>CallsList</name>
    <message>
        <source>Wie u deze week belt</source>
        <translation>Who you call this week</translation>
    </message>
</context>
<context>
    <name>CallsParts</name>
    <message>
        <source>Terug naar de lijst</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Bellijst</source>
        <translation>Calling list</translation>
    </message>
</context>
<context>
    <name>CallsScreen</name>
    <message>
        <source>De bellijst wordt gemaakt …</source>
        <translation>The calling list is being made …</translation>
    </message>
    <message>
        <source>De bellijst kon niet worden gemaakt. Sluit dit scherm en probeer het nog eens.</source>
        <translation>The calling list could not be made. Close this screen and try again.</translation>
    </message>
    <message>
        <source>U hebt hier niets gewijzigd. Klopt alles nog? Sluit dit met Esc en kies J.</source>
        <translation>You have changed nothing here. Is everything still right? Close this with Esc and choose J.</translation>
    </message>
</context>
<context>
    <name>ChangesPart</name>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Hoeveel</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Wat er is veranderd</source>
        <translation>What has changed</translation>
    </message>
    <message>
        <source>Er is nog niets veranderd. Wat u bewaart of binnenhaalt, komt hier te staan.</source>
        <translation>Nothing has changed yet. What you save or take in will be listed here.</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Dit kon niet worden opgezocht. Sluit dit scherm en probeer het nog eens.</source>
        <translation>This could not be looked up. Close this screen and try again.</translation>
    </message>
    <message>
        <source>Bezig met terugdraaien …</source>
        <translation>Undoing …</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>In de map voor kopieën staat er geen. Kies een bestand op een stick of schijf.</source>
        <translation>There is none in the folder for backups. Choose a file on a stick or disk.</translation>
    </message>
    <message>
        <source>Deze kopie bekijken</source>
        <translation>Look at this backup</translation>
    </message>
    <message>
        <source>Een ander bestand …</source>
        <translation>Another file …</translation>
    </message>
    <message>
        <source>Kies een kopie. Er verandert nog niets.</source>
        <translation>Choose a backup. Nothing changes yet.</translation>
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
    <message>
        <source>Kies samen hoogstens drie eerste stappen. Niets hoeft.</source>
        <translation>Choose at most three first steps together. Nothing is obligatory.</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
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
    <name>CodeCard</name>
    <message>
        <source>De code</source>
        <translation>The code</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Bewaren als pdf</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Druk het blad af, of schrijf de code over. Bewaart u een pdf, doe dat dan op een stick en niet op deze computer. De code is later niet meer te zien.</source>
        <translation>Print the sheet, or write the code down. If you save a PDF, do so on a stick and not on this computer. The code cannot be seen later.</translation>
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
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Rather not</translation>
    </message>
</context>
<context>
    <name>ConfirmCard</name>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>ConflictLayer</name>
    <message>
        <source>Dit kunt u kiezen zodra u even alleen bent.</source>
        <translation>You can choose this as soon as you are alone for a moment.</translation>
    </message>
</context>
<context>
    <name>ConflictSheet</name>
    <message>
        <source>Dit is intussen ook door iemand anders ingevuld</source>
        <translation>Somebody else filled this in meanwhile</translation>
    </message>
    <message>
        <source>Dit is twee keer ingevuld</source>
        <translation>This was filled in twice</translation>
    </message>
    <message>
        <source>Laat dit staan</source>
        <translation>Leave this</translation>
    </message>
    <message>
        <source>Neem dit</source>
        <translation>Take this</translation>
    </message>
    <message>
        <source>Later kiezen</source>
        <translation>Choose later</translation>
    </message>
    <message>
        <source>U had:</source>
        <translation>You had:</translation>
    </message>
    <message>
        <source>Ook ingevuld:</source>
        <translation>Also filled in:</translation>
    </message>
    <message>
        <source>Nu staat er:</source>
        <translation>It now says:</translation>
    </message>
    <message>
        <source>{number} van {count}</source>
        <translation>{number} of {count}</translation>
    </message>
</context>
<context>
    <name>ConversationRows</name>
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
        <translation>Status</translation>
    </message>
    <message>
        <source>Volgende stap</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
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
    <name>ConversationScreen</name>
    <message>
        <source>Alles is bewaard. U gaat later verder waar u was; overdragen kan bij Meer.</source>
        <translation>Everything is saved. You go on later where you were; handing over is under More.</translation>
    </message>
</context>
<context>
    <name>ConversationTable</name>
    <message>
        <source>Rechten van de persoon …</source>
        <translation>Rights of the person …</translation>
    </message>
    <message>
        <source>Overdragen …</source>
        <translation>Hand over …</translation>
    </message>
    <message>
        <source>Verwijderen …</source>
        <translation>Delete …</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>ConversationsParts</name>
    <message>
        <source>Kort gesprek</source>
        <translation>Short talk</translation>
    </message>
    <message>
        <source>Verkennend gesprek</source>
        <translation>Exploratory talk</translation>
    </message>
    <message>
        <source>Welke gesprekken</source>
        <translation>Which conversations</translation>
    </message>
    <message>
        <source>Zoek in gesprekken</source>
        <translation>Search the talks</translation>
    </message>
    <message>
        <source>Rondleiding van vijf stappen?</source>
        <translation>A tour of five steps?</translation>
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
        <translation>Conversations</translation>
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
        <source>Nog geen gesprekken. Begin er een, of kijk rond met voorbeelden.</source>
        <translation>No talks yet. Begin one, or look around with examples.</translation>
    </message>
    <message>
        <source>Er is 1 gesprek van een collega</source>
        <translation>There is 1 conversation of a colleague</translation>
    </message>
    <message>
        <source>Er zijn {n} gesprekken van collega&apos;s</source>
        <translation>There are {n} conversations of colleagues</translation>
    </message>
</context>
<context>
    <name>ConversationsScreen</name>
    <message>
        <source>Dit lukte niet. Probeer het nog eens.</source>
        <translation>This did not work. Please try again.</translation>
    </message>
    <message>
        <source>Het gesprek is verwijderd.</source>
        <translation>The talk has been removed.</translation>
    </message>
    <message>
        <source>{name} gaat verder met dit gesprek.</source>
        <translation>{name} goes on with this conversation.</translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>Reservekopieën</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Andere map …</source>
        <translation>Another folder …</translation>
    </message>
    <message>
        <source>Een stick of netwerkschijf mag: een kopie gaat alleen met een wachtzin open.</source>
        <translation>A stick or network drive is fine: a copy opens with a passphrase only.</translation>
    </message>
    <message>
        <source>Het programma maakt zelf kopieën, in {folder}</source>
        <translation>The program makes copies by itself, in {folder}</translation>
    </message>
    <message>
        <source>Map voor reservekopieën</source>
        <translation>Folder for backups</translation>
    </message>
</context>
<context>
    <name>CopiesParts</name>
    <message>
        <source>Nu een kopie maken</source>
        <translation>Make a backup now</translation>
    </message>
    <message>
        <source>Andere map …</source>
        <translation>Another folder …</translation>
    </message>
    <message>
        <source>In deze map staan nog geen kopieën. Maak er hierboven een.</source>
        <translation>There are no backups in this folder yet. Make one above.</translation>
    </message>
    <message>
        <source>Proberen of deze werkt</source>
        <translation>Try whether this one works</translation>
    </message>
    <message>
        <source>Terugzetten …</source>
        <translation>Put back …</translation>
    </message>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Vergrendel en ga verder</source>
        <translation>Lock and go on</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Reservekopieën zijn voor wie met gesprekken werkt, en voor de beheerder. Vraag het een van hen.</source>
        <translation>Backups are for those who work with talks, and for the administrator. Ask one of them.</translation>
    </message>
    <message>
        <source>Reservekopieën</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Hoe het ervoor staat</source>
        <translation>How things stand</translation>
    </message>
    <message>
        <source>Een stick of netwerkschijf mag: dan blijft er een kopie als deze computer stukgaat. Een kopie is versleuteld, en gaat alleen open met een wachtzin.</source>
        <translation>A stick or network drive is fine: then a copy remains if this computer breaks. A backup is encrypted, and opens with a passphrase only.</translation>
    </message>
    <message>
        <source>Waar ze staan</source>
        <translation>Where they are</translation>
    </message>
    <message>
        <source>Uw kopieën</source>
        <translation>Your backups</translation>
    </message>
    <message>
        <source>De laatste kopie is van {moment}.</source>
        <translation>The last backup is of {moment}.</translation>
    </message>
    <message>
        <source>De laatste keer lukte het niet. {problem}</source>
        <translation>The last time it failed. {problem}</translation>
    </message>
    <message>
        <source>Er is nog geen reservekopie. Maak er nu een.</source>
        <translation>There is no backup yet. Make one now.</translation>
    </message>
    <message>
        <source>Het is tijd voor een nieuwe kopie.</source>
        <translation>It is time for a new backup.</translation>
    </message>
    <message>
        <source>Dat is in orde.</source>
        <translation>That is fine.</translation>
    </message>
    <message>
        <source>Er is nog nooit geprobeerd of een kopie werkt. Doe dat nu eens; het duurt niet lang.</source>
        <translation>Nobody has ever tried whether a backup works. Do so now; it does not take long.</translation>
    </message>
    <message>
        <source>De laatste proef was op {moment}. Probeer elke maand of een kopie nog werkt.</source>
        <translation>The last trial was on {moment}. Try every month whether a backup still works.</translation>
    </message>
</context>
<context>
    <name>CopiesScreen</name>
    <message>
        <source>Bezig met kijken …</source>
        <translation>Looking …</translation>
    </message>
    <message>
        <source>Kijken in de map lukte niet.</source>
        <translation>The folder could not be read.</translation>
    </message>
    <message>
        <source>Bezig met kopiëren …</source>
        <translation>Copying …</translation>
    </message>
    <message>
        <source>De reservekopie is gemaakt en nagekeken.</source>
        <translation>The backup was made and checked.</translation>
    </message>
    <message>
        <source>Er is geen reservekopie gemaakt. Probeer het nog eens, of kies een andere map.</source>
        <translation>No backup was made. Try again, or choose another folder.</translation>
    </message>
    <message>
        <source>Map voor reservekopieën</source>
        <translation>Folder for backups</translation>
    </message>
    <message>
        <source>Nieuwe kopieën komen vanaf nu hier.</source>
        <translation>New backups go here from now on.</translation>
    </message>
    <message>
        <source>Deze map kan niet worden gebruikt. Kies een andere.</source>
        <translation>This folder cannot be used. Choose another one.</translation>
    </message>
    <message>
        <source>Bezig met proberen …</source>
        <translation>Trying …</translation>
    </message>
    <message>
        <source>De kopie van {moment} werkt. Alles erin is gelezen; gesprekken: {count}.</source>
        <translation>The backup of {moment} works. All of it was read; talks: {count}.</translation>
    </message>
    <message>
        <source>Deze kopie werkt niet. Probeer een andere, en maak een nieuwe.</source>
        <translation>This backup does not work. Try another one, and make a new one.</translation>
    </message>
    <message>
        <source>De kopie van {moment} terugzetten? Het programma vergrendelt eerst. Daarna ziet u wat er verandert, en beslist u. Er verandert nu nog niets.</source>
        <translation>Put back the backup of {moment}? The program locks first. Then you see what changes, and decide. Nothing changes yet.</translation>
    </message>
</context>
<context>
    <name>CopyTable</name>
    <message>
        <source>Gemaakt op</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Grootte</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Reservekopieën</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>{moment}, van een andere opslag</source>
        <translation>{moment}, of another store</translation>
    </message>
</context>
<context>
    <name>CorrectCard</name>
    <message>
        <source>Verbeteren</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Verbeteren doet wie aan dit gesprek werkt. Vraag het die collega.</source>
        <translation>Correcting is done by who works on this conversation. Ask that colleague.</translation>
    </message>
    <message>
        <source>Open om te verbeteren</source>
        <translation>Open to correct</translation>
    </message>
    <message>
        <source>Klopt er iets niet? Dan gaat het gesprek weer open, ook als het was afgesloten.</source>
        <translation>Is something not right? Then the conversation opens again, even if it was closed.</translation>
    </message>
    <message>
        <source>Waarom wordt er iets verbeterd?</source>
        <translation>Why is something corrected?</translation>
    </message>
    <message>
        <source>Dit komt in het logboek. Schrijf er niets in van wat er gezegd is.</source>
        <translation>This goes into the log. Write nothing in it of what was said.</translation>
    </message>
    <message>
        <source>Schrijf erbij waarom.</source>
        <translation>Write down why.</translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message>
        <source>Maak blad</source>
        <translation>Make a leaflet</translation>
    </message>
    <message>
        <source>Laat los</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>Voor een blad: {count}</source>
        <translation>For a leaflet: {count}</translation>
    </message>
</context>
<context>
    <name>DecideCard</name>
    <message>
        <source>Besluiten over het verzoek van {day}</source>
        <translation>Decide on the request of {day}</translation>
    </message>
    <message>
        <source>Besluit</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Nog niet</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Toewijzen: alles wissen</source>
        <translation>Grant: erase everything</translation>
    </message>
    <message>
        <source>Weigeren</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Wat besluit u samen?</source>
        <translation>What do you decide together?</translation>
    </message>
    <message>
        <source>kies een collega</source>
        <translation>choose a colleague</translation>
    </message>
    <message>
        <source>Wie besluit mee?</source>
        <translation>Who decides with you?</translation>
    </message>
    <message>
        <source>Waarom?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Dit blijft bewaard. Schrijf er niets in van wat er gezegd is.</source>
        <translation>This is kept. Write nothing in it of what was said.</translation>
    </message>
    <message>
        <source>Wachtzin van deze collega, die hem zelf typt</source>
        <translation>Passphrase of this colleague, who types it themselves</translation>
    </message>
    <message>
        <source>Wis voorgoed</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Weiger het verzoek</source>
        <translation>Refuse the request</translation>
    </message>
    <message>
        <source>Het gesprek wordt voorgoed gewist, voor iedereen. Dit kan niemand ongedaan maken.</source>
        <translation>The conversation is erased for good, for everybody. Nobody can undo this.</translation>
    </message>
    <message>
        <source>{n} gesprekken worden voorgoed gewist, voor iedereen. Dit kan niemand ongedaan maken.</source>
        <translation>{n} conversations are erased for good, for everybody. Nobody can undo this.</translation>
    </message>
    <message>
        <source>Wat blijft: dat er een verzoek was, de dagen, de namen van wie besloten, en het logboek. Wordt er later een oude kopie teruggezet, dan komen deze gesprekken niet terug.</source>
        <translation>What stays: that there was a request, the days, the names of who decided, and the log. If an old copy is put back later, these conversations do not come back.</translation>
    </message>
    <message>
        <source>Er wordt niets gewist. Vertel de persoon waarom, en dat die een klacht kan indienen.</source>
        <translation>Nothing is erased. Tell the person why, and that they can file a complaint.</translation>
    </message>
    <message>
        <source>Kies eerst toewijzen of weigeren.</source>
        <translation>First choose grant or refuse.</translation>
    </message>
    <message>
        <source>Schrijf erbij waarom.</source>
        <translation>Write down why.</translation>
    </message>
    <message>
        <source>Kies wie er mee besluit.</source>
        <translation>Choose who decides with you.</translation>
    </message>
    <message>
        <source>Laat uw collega de eigen wachtzin typen.</source>
        <translation>Have your colleague type their own passphrase.</translation>
    </message>
</context>
<context>
    <name>DecidedCard</name>
    <message>
        <source>Afgehandelde verzoeken</source>
        <translation>Requests that were decided</translation>
    </message>
    <message>
        <source>Verzoek van</source>
        <translation>Request of</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Besluit</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Besloten op</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Bewijs bewaren …</source>
        <translation>Save the certificate …</translation>
    </message>
    <message>
        <source>Bewijs afdrukken …</source>
        <translation>Print the certificate …</translation>
    </message>
    <message>
        <source>toegewezen, gewist</source>
        <translation>granted, erased</translation>
    </message>
    <message>
        <source>geweigerd</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>{one} en {other}</source>
        <translation>{one} and {other}</translation>
    </message>
    <message>
        <source>Waarom: {reason}</source>
        <translation>Why: {reason}</translation>
    </message>
    <message>
        <source>bewijs-van-besluit-{day}.pdf</source>
        <translation>certificate-of-decision-{day}.pdf</translation>
    </message>
    <message>
        <source>Bewijs bewaren</source>
        <translation>Save the certificate</translation>
    </message>
    <message>
        <source>Bezig met maken …</source>
        <translation>Making it …</translation>
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
        <source>Dit lukte niet. Probeer het nog eens.</source>
        <translation>This did not work. Try again.</translation>
    </message>
</context>
<context>
    <name>DeedsBox</name>
    <message>
        <source>Bewerken</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Klopt nog</source>
        <translation>Still right</translation>
    </message>
    <message>
        <source>Blad meegeven</source>
        <translation>Hand out a leaflet</translation>
    </message>
    <message>
        <source>Visitekaartje</source>
        <translation>Contact card</translation>
    </message>
    <message>
        <source>Niet meer aanbieden …</source>
        <translation>Stop offering …</translation>
    </message>
    <message>
        <source>Weer aanbieden</source>
        <translation>Offer again</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>DirectoryActs</name>
    <message>
        <source>Genoteerd: klopt nog.</source>
        <translation>Noted: still right.</translation>
    </message>
    <message>
        <source>Wordt niet meer aangeboden.</source>
        <translation>No longer offered.</translation>
    </message>
    <message>
        <source>Wordt weer aangeboden.</source>
        <translation>Offered again.</translation>
    </message>
    <message>
        <source>Verwijderd: {name}.</source>
        <translation>Deleted: {name}.</translation>
    </message>
    <message>
        <source>Ongedaan maken lukte niet. Kijk bij Bestanden wat er is veranderd.</source>
        <translation>Undoing did not work. See under Files what has changed.</translation>
    </message>
    <message>
        <source>Het blad maken lukte niet. Probeer het nog eens.</source>
        <translation>Making the leaflet did not work. Please try again.</translation>
    </message>
    <message>
        <source>Bewaren als visitekaartje</source>
        <translation>Save as contact card</translation>
    </message>
    <message>
        <source>Bewaard als {name}.</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Kies een andere map, of maak ruimte.</source>
        <translation>Saving did not work. Choose another folder, or make room.</translation>
    </message>
</context>
<context>
    <name>DirectoryFilesScreen</name>
    <message>
        <source>Wat u wilt doen</source>
        <translation>What you want to do</translation>
    </message>
    <message>
        <source>Ander bestand</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Lijst binnenhalen</source>
        <translation>Take in a list</translation>
    </message>
    <message>
        <source>Lijst meegeven</source>
        <translation>Hand out a list</translation>
    </message>
    <message>
        <source>Wat is er veranderd</source>
        <translation>What has changed</translation>
    </message>
    <message>
        <source>Bestanden</source>
        <translation>Files</translation>
    </message>
</context>
<context>
    <name>DirectoryParts</name>
    <message>
        <source>Zoek hulp: een woord, een naam, een plaats</source>
        <translation>Search for help: a word, a name, a town</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>Terug naar de lijst</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Bellijst</source>
        <translation>Calling list</translation>
    </message>
    <message>
        <source>Tabel</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Dubbele</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Bestanden</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Nieuw</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Sociale kaart</source>
        <translation>Directory</translation>
    </message>
</context>
<context>
    <name>DirectoryScreen</name>
    <message>
        <source>Sluit filters</source>
        <translation>Close filters</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
</context>
<context>
    <name>DirectorySearching</name>
    <message>
        <source>De sociale kaart wordt klaargezet …</source>
        <translation>Getting the directory ready …</translation>
    </message>
    <message>
        <source>De sociale kaart kon niet worden gelezen. Sluit dit scherm en probeer het nog eens.</source>
        <translation>The directory could not be read. Close this screen and try again.</translation>
    </message>
</context>
<context>
    <name>DraftNotice</name>
    <message>
        <source>Dit typte u voor het scherm dicht ging</source>
        <translation>You typed this before the screen closed</translation>
    </message>
    <message>
        <source>Klaar, weg ermee</source>
        <translation>Done, discard it</translation>
    </message>
    <message>
        <source>Het stond in een formulier dat nog niet was vastgelegd. Kopieer wat u nog nodig hebt.</source>
        <translation>It was in a form that was not recorded yet. Copy what you still need.</translation>
    </message>
    <message>
        <source>Kopieer</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>DropCard</name>
    <message>
        <source>Kies een bestand …</source>
        <translation>Choose a file …</translation>
    </message>
    <message>
        <source>Dit bestand is de hele lijst</source>
        <translation>This file is the whole list</translation>
    </message>
    <message>
        <source>Dan ziet u ook wat er niet meer in staat. Er gaat niets weg zonder dat u het zegt.</source>
        <translation>Then you also see what is no longer in it. Nothing goes unless you say so.</translation>
    </message>
    <message>
        <source>Sleep een lijst hierheen, of kies een bestand.</source>
        <translation>Drag a list here, or choose a file.</translation>
    </message>
    <message>
        <source>Dat mag zijn: ons invulblad of een andere tabel (XLSX of CSV), of een lijst uit een ander programma (HSDS als JSON of ZIP). U ziet eerst wat er verandert, en beslist dan.</source>
        <translation>It may be our blank table or another table (XLSX or CSV), or a list from another program (HSDS as JSON or ZIP). You first see what changes, and then decide.</translation>
    </message>
    <message>
        <source>Lijsten ({endings})</source>
        <translation>Lists ({endings})</translation>
    </message>
    <message>
        <source>Een lijst kiezen</source>
        <translation>Choose a list</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>Alle gegevens</source>
        <translation>All details</translation>
    </message>
    <message>
        <source>Er zijn er meer: zie alle gegevens.</source>
        <translation>There are more: see all details.</translation>
    </message>
    <message>
        <source>Verberg hoe het eerder ging</source>
        <translation>Hide how it went before</translation>
    </message>
    <message>
        <source>Zo ging het eerder ({count})</source>
        <translation>How it went before ({count})</translation>
    </message>
</context>
<context>
    <name>EcogramPage</name>
    <message>
        <source>Mensen om u heen</source>
        <translation>People around you</translation>
    </message>
    <message>
        <source>Wie is er om u heen? Begin met één naam.</source>
        <translation>Who is around you? Begin with one name.</translation>
    </message>
    <message>
        <source>Typ een naam en druk op Enter. Met de pijltjes, of door te slepen, komt iemand dichterbij.</source>
        <translation>Type a name and press Enter. With the arrows, or by dragging, somebody comes closer.</translation>
    </message>
    <message>
        <source>Nu even alleen</source>
        <translation>Alone for a moment</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Even uit beeld</source>
        <translation>Hide for a moment</translation>
    </message>
    <message>
        <source>Iemand erbij</source>
        <translation>Add somebody</translation>
    </message>
</context>
<context>
    <name>EcogramScreen</name>
    <message>
        <source>Weggehaald.</source>
        <translation>Taken away.</translation>
    </message>
</context>
<context>
    <name>EntryPane</name>
    <message>
        <source>Eerder nagekeken</source>
        <translation>Checked before</translation>
    </message>
</context>
<context>
    <name>EraseCard</name>
    <message>
        <source>Vernietigen</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Een verzoek legt vast wie aan dit gesprek werkt. Vraag het die collega.</source>
        <translation>A request is recorded by who works on this conversation. Ask that colleague.</translation>
    </message>
    <message>
        <source>Dag van het verzoek</source>
        <translation>Day of the request</translation>
    </message>
    <message>
        <source>kies de dag</source>
        <translation>choose the day</translation>
    </message>
    <message>
        <source>Leg het verzoek vast</source>
        <translation>Record the request</translation>
    </message>
    <message>
        <source>Vraagt de persoon op papier of per mail om alles te wissen? Leg dat hier vast.</source>
        <translation>Does the person ask on paper or by mail to erase everything? Record that here.</translation>
    </message>
    <message>
        <source>Er wordt nog niets gewist. Daarover besluiten twee mensen samen.</source>
        <translation>Nothing is erased yet. Two people decide about that together.</translation>
    </message>
</context>
<context>
    <name>ErasuresScreen</name>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Verzoeken en opruimen</source>
        <translation>Requests and clearing</translation>
    </message>
    <message>
        <source>Bezig met kijken …</source>
        <translation>Looking …</translation>
    </message>
    <message>
        <source>Dit lukte niet. Probeer het nog eens.</source>
        <translation>This did not work. Please try again.</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Het besluit is vastgelegd. Bewaar het bewijs, of druk het af.</source>
        <translation>The decision is recorded. Save the certificate, or print it.</translation>
    </message>
    <message>
        <source>Bezig met opruimen …</source>
        <translation>Clearing away …</translation>
    </message>
    <message>
        <source>1 gesprek is opgeruimd.</source>
        <translation>1 conversation was cleared away.</translation>
    </message>
    <message>
        <source>{n} gesprekken zijn opgeruimd.</source>
        <translation>{n} conversations were cleared away.</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>Alles meegeven</source>
        <translation>Hand everything over</translation>
    </message>
    <message>
        <source>Meegeven doet een praktijkondersteuner, intaker, regiebehandelaar of huisarts die dit gesprek kan lezen. Vraag het een van hen.</source>
        <translation>Handing over is done by a practice nurse, intake worker, lead clinician or GP who can read this conversation. Ask one of them.</translation>
    </message>
    <message>
        <source>Is de persoon nu alleen?</source>
        <translation>Is the person alone now?</translation>
    </message>
    <message>
        <source>Bewaar in een map …</source>
        <translation>Save in a folder …</translation>
    </message>
    <message>
        <source>De persoon krijgt alles wat hier staat, en wie het zag: een pdf om te lezen, en een json-bestand voor een ander programma.</source>
        <translation>The person gets everything that is kept here, and who saw it: a PDF to read, and a JSON file for another program.</translation>
    </message>
    <message>
        <source>Ja, er is niemand bij</source>
        <translation>Yes, nobody else is there</translation>
    </message>
    <message>
        <source>Nee, of ik weet het niet</source>
        <translation>No, or I do not know</translation>
    </message>
    <message>
        <source>Dit gaat alleen mee als de persoon dat wil. Vraag het per regel, en denk aan wie meeleest.</source>
        <translation>This goes along only if the person wants it. Ask line by line, and think of who may read it too.</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>Foto van {name}</source>
        <translation>Photo of {name}</translation>
    </message>
</context>
<context>
    <name>FactsTable</name>
    <message>
        <source>Gegeven</source>
        <translation>Fact</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Groep</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Soort hulp</source>
        <translation>Kind of help</translation>
    </message>
    <message>
        <source>Plaats of postcode</source>
        <translation>Town or postcode</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Wanneer open</source>
        <translation>When open</translation>
    </message>
    <message>
        <source>Leeftijd</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>jaar</source>
        <translation>years</translation>
    </message>
    <message>
        <source>Alleen tonen</source>
        <translation>Show only</translation>
    </message>
    <message>
        <source>Volgorde</source>
        <translation>Order</translation>
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
        <source>de huisarts</source>
        <translation>the GP</translation>
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
    <name>FormLayer</name>
    <message>
        <source>Het formulier maken lukte niet. Sluit dit, en probeer het nog eens.</source>
        <translation>The form could not be made. Close this, and try again.</translation>
    </message>
</context>
<context>
    <name>FormSheet</name>
    <message>
        <source>Voor u</source>
        <translation>For you</translation>
    </message>
    <message>
        <source>Voor de persoon</source>
        <translation>For the person</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Kort gesprek</source>
        <translation>Short conversation</translation>
    </message>
    <message>
        <source>Verkennend gesprek</source>
        <translation>Exploratory conversation</translation>
    </message>
    <message>
        <source>Welk gesprek</source>
        <translation>Which conversation</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Gewone letters</source>
        <translation>Usual letters</translation>
    </message>
    <message>
        <source>Grote letters</source>
        <translation>Large letters</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
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
        <source>Formulier op papier</source>
        <translation>Form on paper</translation>
    </message>
    <message>
        <source>Het formulier wordt gemaakt …</source>
        <translation>The form is being made …</translation>
    </message>
    <message>
        <source>vragenformulier</source>
        <translation>question-form</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>Wat er gevonden is</source>
        <translation>What was found</translation>
    </message>
</context>
<context>
    <name>GiveAlong</name>
    <message>
        <source>Niet meegeven</source>
        <translation>Do not hand out</translation>
    </message>
    <message>
        <source>Toch meegeven</source>
        <translation>Hand out anyway</translation>
    </message>
    <message>
        <source>Ja, dat is veilig</source>
        <translation>Yes, that is safe</translation>
    </message>
    <message>
        <source>Wie dit thuis ziet, kan er iets uit opmaken. Geef het alleen mee als dat veilig is.</source>
        <translation>Whoever sees this at home may understand why. Hand it out only when that is safe.</translation>
    </message>
    <message>
        <source>Er is nu iemand bij. Dit meegeven kan gevaarlijk zijn voor de persoon. Wacht tot u de persoon alleen spreekt, en vraag dan of het veilig is.</source>
        <translation>Somebody else is here now. Handing this out can be dangerous for the person. Wait until you speak with the person alone, and then ask whether it is safe.</translation>
    </message>
</context>
<context>
    <name>GivePart</name>
    <message>
        <source>Wat gaat mee</source>
        <translation>What goes along</translation>
    </message>
    <message>
        <source>Groep</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Wat gaat mee?</source>
        <translation>What goes along?</translation>
    </message>
    <message>
        <source>Een leeg blad om in te vullen</source>
        <translation>A blank table to fill in</translation>
    </message>
    <message>
        <source>De sociale kaart kon niet worden gelezen. Sluit dit scherm en probeer het nog eens.</source>
        <translation>The directory could not be read. Close this screen and try again.</translation>
    </message>
    <message>
        <source>Een ogenblik: het vorige bestand wordt nog bewaard.</source>
        <translation>One moment: the previous file is still being saved.</translation>
    </message>
    <message>
        <source>Bewaren als</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>Bezig met bewaren …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Bewaard als {name}.</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Kies een andere map, of maak ruimte.</source>
        <translation>Saving did not work. Choose another folder, or make room.</translation>
    </message>
</context>
<context>
    <name>GivenPhrase</name>
    <message>
        <source>Andere vier woorden</source>
        <translation>Another four words</translation>
    </message>
    <message>
        <source>Tijdelijke wachtzin</source>
        <translation>Temporary passphrase</translation>
    </message>
    <message>
        <source>Vertel hem zelf, niet per mail. Bij de eerste keer openen kiest uw collega een eigen.</source>
        <translation>Tell it yourself, not by mail. At the first opening your colleague chooses their own.</translation>
    </message>
    <message>
        <source>Neem minstens 12 tekens of vier woorden, en geen bekende wachtzin.</source>
        <translation>Take at least 12 characters or four words, and no well-known passphrase.</translation>
    </message>
</context>
<context>
    <name>GlanceScreen</name>
    <message>
        <source>Even uit beeld. Met F8 komt het terug.</source>
        <translation>Out of sight for now. F8 brings it back.</translation>
    </message>
</context>
<context>
    <name>GlassSheet</name>
    <message>
        <source>Gesprekken van collega&apos;s</source>
        <translation>Conversations of colleagues</translation>
    </message>
    <message>
        <source>Open met de noodknop</source>
        <translation>Open with the break-glass key</translation>
    </message>
    <message>
        <source>Niet openen</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Collega</source>
        <translation>Colleague</translation>
    </message>
    <message>
        <source>Vraag liever om overdracht. Kan dat niet wachten, kies dan het gesprek en schrijf waarom.</source>
        <translation>Better ask to have it handed over. If that cannot wait, choose the conversation and write down why.</translation>
    </message>
    <message>
        <source>Waarom moet u dit gesprek nu openen?</source>
        <translation>Why must you open this conversation now?</translation>
    </message>
    <message>
        <source>Het gesprek gaat een half uur open. Dat u het opende en waarom, komt in het logboek; de functionaris gegevensbescherming kijkt dat na.</source>
        <translation>The conversation opens for half an hour. That you opened it and why goes into the log; the privacy officer reviews it.</translation>
    </message>
</context>
<context>
    <name>GlassWatch</name>
    <message>
        <source>De noodknop is voorbij. Wat u typte, is bewaard.</source>
        <translation>The break-glass time is over. What you typed was saved.</translation>
    </message>
    <message>
        <source>Het gesprek is teruggegeven.</source>
        <translation>The conversation was given back.</translation>
    </message>
</context>
<context>
    <name>HandOverSheet</name>
    <message>
        <source>Dit gesprek overdragen ({who})</source>
        <translation>Hand over this conversation ({who})</translation>
    </message>
    <message>
        <source>Draag over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Laat zo</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Wie gaat ermee verder?</source>
        <translation>Who goes on with it?</translation>
    </message>
    <message>
        <source>Ik blijf er zelf ook aan werken</source>
        <translation>I go on working on it too</translation>
    </message>
    <message>
        <source>Anders staat het niet meer in uw lijst.</source>
        <translation>Otherwise it is no longer in your list.</translation>
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
    <name>HowCard</name>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Alles klopt nog. Hoe hebt u dat nagekeken?</source>
        <translation>Everything is still right. How did you check that?</translation>
    </message>
    <message>
        <source>Gebeld</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>Website bekeken</source>
        <translation>Looked at the website</translation>
    </message>
    <message>
        <source>Bezocht</source>
        <translation>Visited</translation>
    </message>
    <message>
        <source>Bericht gekregen</source>
        <translation>Got a message</translation>
    </message>
</context>
<context>
    <name>IdleLine</name>
    <message>
        <source>Over {seconds} seconden wordt het scherm vergrendeld. Druk op een toets om door te gaan.</source>
        <translation>The screen locks in {seconds} seconds. Press a key to go on.</translation>
    </message>
</context>
<context>
    <name>KeepingRows</name>
    <message>
        <source>Vergrendelen na</source>
        <translation>Lock after</translation>
    </message>
    <message>
        <source>1 minuut</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>{n} minuten</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>Gesprekken opruimen na</source>
        <translation>Clear talks away after</translation>
    </message>
    <message>
        <source>1 dag</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>{n} dagen</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>Als niemand typt of klikt. Wat u aan het typen was, blijft bewaard.</source>
        <translation>When nobody types or clicks. What you were typing is kept.</translation>
    </message>
    <message>
        <source>Als er zo lang niets mee is gedaan. Een week van tevoren staat het bij Verzoeken en opruimen, en er gaat niets weg voordat iemand dat bevestigt.</source>
        <translation>When nothing was done with them for so long. A week ahead it is announced under Requests and clearing, and nothing goes before somebody confirms it.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Zoek een toets of een woord</source>
        <translation>Search for a key or a word</translation>
    </message>
    <message>
        <source>Geen toets gevonden. Probeer een ander woord.</source>
        <translation>No key found. Try another word.</translation>
    </message>
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
</context>
<context>
    <name>KindsBox</name>
    <message>
        <source>Zoek een soort hulp</source>
        <translation>Search for a kind of help</translation>
    </message>
    <message>
        <source>Toon alle soorten</source>
        <translation>Show all kinds</translation>
    </message>
    <message>
        <source>Toon alleen gekozen</source>
        <translation>Show only chosen</translation>
    </message>
</context>
<context>
    <name>LanguageLines</name>
    <message>
        <source>Behalve Nederlands en Engels. Het advies kan ook in deze talen op papier.</source>
        <translation>Besides Dutch and English. The advice can be on paper in these languages too.</translation>
    </message>
</context>
<context>
    <name>LeafletLayer</name>
    <message>
        <source>Blad om mee te geven</source>
        <translation>Leaflet to hand out</translation>
    </message>
</context>
<context>
    <name>LeafletSheet</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Bewaren als pdf</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Afdrukken</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>LinePane</name>
    <message>
        <source>Naast elkaar</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>Is deze</source>
        <translation>Is this one</translation>
    </message>
    <message>
        <source>Is nieuw</source>
        <translation>Is new</translation>
    </message>
    <message>
        <source>Overslaan</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Haal dit weg uit de sociale kaart</source>
        <translation>Take this out of the directory</translation>
    </message>
    <message>
        <source>Spatie</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>LogDetails</name>
    <message>
        <source>Kies een regel om er alles van te zien.</source>
        <translation>Choose a line to see all of it.</translation>
    </message>
    <message>
        <source>gesprek van {day}</source>
        <translation>talk of {day}</translation>
    </message>
    <message>
        <source>met de noodknop</source>
        <translation>by break-glass</translation>
    </message>
    <message>
        <source>nummer {seq}</source>
        <translation>number {seq}</translation>
    </message>
    <message>
        <source>Reden: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>Hoe ver terug</source>
        <translation>How far back</translation>
    </message>
    <message>
        <source>Vanaf</source>
        <translation>From</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>the beginning</translation>
    </message>
    <message>
        <source>Tot en met</source>
        <translation>Up to and including</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Iedereen</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Alleen noodknop</source>
        <translation>Break-glass only</translation>
    </message>
    <message>
        <source>Zoek op naam, handeling of reden</source>
        <translation>Search by name, action or reason</translation>
    </message>
    <message>
        <source>Vandaag</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>7 dagen</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 dagen</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>Eigen periode</source>
        <translation>Own period</translation>
    </message>
    <message>
        <source>Gesprek gelezen</source>
        <translation>Talk read</translation>
    </message>
    <message>
        <source>Gesprek begonnen of gewijzigd</source>
        <translation>Talk begun or changed</translation>
    </message>
    <message>
        <source>Papier, journaal en inzage</source>
        <translation>Paper, journal and access</translation>
    </message>
    <message>
        <source>Verwijderd of gewist</source>
        <translation>Deleted or erased</translation>
    </message>
    <message>
        <source>Noodknop</source>
        <translation>Break-glass</translation>
    </message>
    <message>
        <source>Openen, vergrendelen en geweigerd</source>
        <translation>Opening, locking and refused</translation>
    </message>
    <message>
        <source>Mensen, wachtzinnen en instellingen</source>
        <translation>People, passphrases and settings</translation>
    </message>
    <message>
        <source>Opslag en kopieën</source>
        <translation>Store and backups</translation>
    </message>
    <message>
        <source>Het logboek zelf</source>
        <translation>The log itself</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Gesprek van</source>
        <translation>Talk of</translation>
    </message>
    <message>
        <source>Uitkomst</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Noodknop</source>
        <translation>Break-glass</translation>
    </message>
    <message>
        <source>Reden</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>noodknop</source>
        <translation>break-glass</translation>
    </message>
</context>
<context>
    <name>LogParts</name>
    <message>
        <source>Instellingen</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Hier past niets bij. Kies een langere periode, of haal een filter weg.</source>
        <translation>Nothing fits this. Choose a longer period, or take a filter away.</translation>
    </message>
    <message>
        <source>Noodknop nakijken</source>
        <translation>Review break-glass</translation>
    </message>
    <message>
        <source>Bewaren als csv</source>
        <translation>Save as csv</translation>
    </message>
    <message>
        <source>Logboek controleren</source>
        <translation>Check the log</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Het logboek is voor de functionaris gegevensbescherming. Dat is hier: {names}.</source>
        <translation>The log is for the privacy officer. Here that is: {names}.</translation>
    </message>
    <message>
        <source>Het logboek is voor de functionaris gegevensbescherming. Nog niemand heeft die rol; een beheerder geeft hem bij Wie werken ermee.</source>
        <translation>The log is for the privacy officer. Nobody has that role yet; an administrator gives it under Who works with it.</translation>
    </message>
    <message>
        <source>Logboek</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Gebeurtenissen: {count}, de nieuwste boven</source>
        <translation>Events: {count}, newest first</translation>
    </message>
</context>
<context>
    <name>LogScreen</name>
    <message>
        <source>Bezig met zoeken …</source>
        <translation>Searching …</translation>
    </message>
    <message>
        <source>Zoeken lukte niet. Probeer het nog eens.</source>
        <translation>Searching failed. Try again.</translation>
    </message>
    <message>
        <source>Bewaren als csv</source>
        <translation>Save as csv</translation>
    </message>
    <message>
        <source>Bezig met bewaren …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Bewaard als {name}. Er staan namen van collega&apos;s in: leg het veilig weg.</source>
        <translation>Saved as {name}. It holds names of colleagues: keep it in a safe place.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Kies een andere map, of maak ruimte.</source>
        <translation>Saving did not work. Choose another folder, or make room.</translation>
    </message>
    <message>
        <source>Bezig met controleren …</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>Het logboek klopt. Er is niets veranderd en niets weg; gebeurtenissen: {count}.</source>
        <translation>The log is whole. Nothing was changed and nothing is gone; events: {count}.</translation>
    </message>
    <message>
        <source>Controleren lukte niet. Probeer het nog eens.</source>
        <translation>Checking failed. Try again.</translation>
    </message>
</context>
<context>
    <name>LogTable</name>
    <message>
        <source>Logboek</source>
        <translation>Log</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>gelukt</source>
        <translation>done</translation>
    </message>
    <message>
        <source>niet gelukt</source>
        <translation>not done</translation>
    </message>
    <message>
        <source>nog onbekend</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>weg</source>
        <translation>gone</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nog niet alles is bewaard. Het blijft hier staan: na uw wachtzin gaat u gewoon verder.</source>
        <translation>Not everything is saved yet. It stays here: after your passphrase you simply go on.</translation>
    </message>
</context>
<context>
    <name>ManyParts</name>
    <message>
        <source>Zoek in de tabel</source>
        <translation>Search the table</translation>
    </message>
    <message>
        <source>Alleen wat nagekeken moet worden</source>
        <translation>Only what must be checked</translation>
    </message>
    <message>
        <source>Sociale kaart als tabel</source>
        <translation>Directory as a table</translation>
    </message>
    <message>
        <source>Hier past niets bij. Zoek iets anders, of maak het zoekveld leeg.</source>
        <translation>Nothing fits this. Search for something else, or empty the search field.</translation>
    </message>
    <message>
        <source>F2 of typen: wijzigen · Enter: omlaag · Tab: naar rechts · Ctrl Tab: de tabel uit · Ctrl C en V: blok · Ctrl D: naar beneden vullen</source>
        <translation>F2 or typing: change · Enter: down · Tab: to the right · Ctrl Tab: out of the table · Ctrl C and V: block · Ctrl D: fill down</translation>
    </message>
    <message>
        <source>Naar de volgende fout</source>
        <translation>Go to the next error</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>ManyScreen</name>
    <message>
        <source>{shown} van {whole} · gewijzigd: {n}</source>
        <translation>{shown} of {whole} · changed: {n}</translation>
    </message>
    <message>
        <source>{shown} van {whole}</source>
        <translation>{shown} of {whole}</translation>
    </message>
    <message>
        <source>Niet alles paste onder of naast deze cel. Wat paste, staat erin.</source>
        <translation>Not everything fitted below or beside this cell. What fitted is in.</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Bewaard: {n} gewijzigd.</source>
        <translation>Saved: {n} changed.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Probeer het nog eens.</source>
        <translation>Saving did not work. Please try again.</translation>
    </message>
</context>
<context>
    <name>ManyView</name>
    <message>
        <source>Ctrl Tab gaat de tabel uit.</source>
        <translation>Ctrl Tab leaves the table.</translation>
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
    <name>NewPhrase</name>
    <message>
        <source>Wachtzin tonen</source>
        <translation>Show passphrase</translation>
    </message>
    <message>
        <source>Caps Lock staat aan.</source>
        <translation>Caps Lock is on.</translation>
    </message>
    <message>
        <source>Nieuwe wachtzin</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Minstens 12 tekens, of vier woorden.</source>
        <translation>At least 12 characters, or four words.</translation>
    </message>
    <message>
        <source>Nog een keer dezelfde wachtzin</source>
        <translation>The same passphrase once more</translation>
    </message>
    <message>
        <source>Typ eerst een nieuwe wachtzin.</source>
        <translation>Type a new passphrase first.</translation>
    </message>
    <message>
        <source>Dit is te kort. Neem minstens 12 tekens, of vier woorden.</source>
        <translation>This is too short. Use at least 12 characters, or four words.</translation>
    </message>
    <message>
        <source>Deze wachtzin is te bekend. Neem vier gewone woorden.</source>
        <translation>This passphrase is too well known. Take four ordinary words.</translation>
    </message>
    <message>
        <source>De twee zijn niet gelijk. Typ de tweede nog eens.</source>
        <translation>The two are not the same. Type the second one again.</translation>
    </message>
</context>
<context>
    <name>NoForm</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sociale kaart bewerken</source>
        <translation>Edit the directory</translation>
    </message>
</context>
<context>
    <name>NoWishes</name>
    <message>
        <source>Nog niets gekozen</source>
        <translation>Nothing chosen yet</translation>
    </message>
    <message>
        <source>Kies samen uit wat ter sprake kwam. In het gesprek kan het ook: druk op P bij een onderwerp.</source>
        <translation>Choose together from what came up. In the talk you can too: press P at a topic.</translation>
    </message>
    <message>
        <source>Er is nog niets besproken. Ga terug naar het gesprek en druk op P bij een onderwerp.</source>
        <translation>Nothing was talked about yet. Go back to the talk and press P at a topic.</translation>
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
        <source>anders …</source>
        <translation>other …</translation>
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
    <name>Notes</name>
    <message>
        <source>Volgorde wijzigen</source>
        <translation>Change the order</translation>
    </message>
</context>
<context>
    <name>NotesBox</name>
    <message>
        <source>Hoe ging het?</source>
        <translation>How did it go?</translation>
    </message>
    <message>
        <source>Bijvoorbeeld: belt terug binnen twee dagen</source>
        <translation>For example: calls back within two days</translation>
    </message>
    <message>
        <source>Notitie bewaren</source>
        <translation>Save the note</translation>
    </message>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Schrijf over het aanbod, niets over een persoon.</source>
        <translation>Write about the service, nothing about a person.</translation>
    </message>
    <message>
        <source>Uit de praktijk</source>
        <translation>From the practice</translation>
    </message>
    <message>
        <source>Nog geen notities.</source>
        <translation>No notes yet.</translation>
    </message>
    <message>
        <source>Weghalen</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Notitie weghalen: {note}</source>
        <translation>Take the note away: {note}</translation>
    </message>
    <message>
        <source>Deze notitie weghalen? Dat kan niet ongedaan worden gemaakt.</source>
        <translation>Take this note away? That cannot be undone.</translation>
    </message>
</context>
<context>
    <name>NothingHere</name>
    <message>
        <source>Minder</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Kijk wat er kan ({count})</source>
        <translation>See what is possible ({count})</translation>
    </message>
</context>
<context>
    <name>NoticeRows</name>
    <message>
        <source>De laatste reservekopie is niet gelukt.</source>
        <translation>The last backup copy failed.</translation>
    </message>
    <message>
        <source>Er is nog geen reservekopie. Gaat deze computer stuk, dan is alles weg.</source>
        <translation>There is no backup copy yet. If this computer breaks, everything is gone.</translation>
    </message>
    <message>
        <source>De laatste reservekopie is van {on}.</source>
        <translation>The last backup copy is of {on}.</translation>
    </message>
    <message>
        <source>Er is nog geen herstelblad, voor als een wachtzin kwijtraakt.</source>
        <translation>There is no recovery sheet yet, for when a passphrase gets lost.</translation>
    </message>
    <message>
        <source>Het herstelblad is nog niet van papier geprobeerd.</source>
        <translation>The recovery sheet has not been tried from paper yet.</translation>
    </message>
    <message>
        <source>{who} wacht op toelating.</source>
        <translation>{who} waits to be admitted.</translation>
    </message>
    <message>
        <source>{n} collega&apos;s wachten op toelating.</source>
        <translation>{n} colleagues wait to be admitted.</translation>
    </message>
    <message>
        <source>1 gesprek kan worden opgeruimd.</source>
        <translation>1 conversation can be cleared away.</translation>
    </message>
    <message>
        <source>{n} gesprekken kunnen worden opgeruimd.</source>
        <translation>{n} conversations can be cleared away.</translation>
    </message>
    <message>
        <source>Vanaf {on} wordt 1 gesprek opgeruimd.</source>
        <translation>From {on} on, 1 conversation is cleared away.</translation>
    </message>
    <message>
        <source>Vanaf {on} worden {n} gesprekken opgeruimd.</source>
        <translation>From {on} on, {n} conversations are cleared away.</translation>
    </message>
    <message>
        <source>Naar de kopieën</source>
        <translation>To the copies</translation>
    </message>
    <message>
        <source>Naar de mensen</source>
        <translation>To the people</translation>
    </message>
    <message>
        <source>Naar het herstelblad</source>
        <translation>To the recovery sheet</translation>
    </message>
    <message>
        <source>Bekijk welke</source>
        <translation>See which</translation>
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
    <name>OfferCard</name>
    <message>
        <source>Deze</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>Deze staat op de kaart</source>
        <translation>This one is on the card</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Verder is er niets ter sprake gekomen.</source>
        <translation>Nothing else came up.</translation>
    </message>
    <message>
        <source>Ook ter sprake gekomen</source>
        <translation>Came up too</translation>
    </message>
    <message>
        <source>Dit drukt</source>
        <translation>This weighs</translation>
    </message>
    <message>
        <source>Besproken</source>
        <translation>Talked about</translation>
    </message>
    <message>
        <source>Zet erbij: {topic}</source>
        <translation>Add: {topic}</translation>
    </message>
</context>
<context>
    <name>OpenCard</name>
    <message>
        <source>Open verzoeken</source>
        <translation>Open requests</translation>
    </message>
    <message>
        <source>Verzoek van</source>
        <translation>Request of</translation>
    </message>
    <message>
        <source>Gesprekken</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Vastgelegd door</source>
        <translation>Recorded by</translation>
    </message>
    <message>
        <source>Er is geen open verzoek. Vraagt iemand om wissen, kies dan bij het gesprek Rechten van de persoon.</source>
        <translation>There is no open request. If somebody asks for erasure, choose Rights of the person at the conversation.</translation>
    </message>
    <message>
        <source>Besluiten doet een regiebehandelaar of huisarts, met een tweede persoon erbij.</source>
        <translation>A lead clinician or GP decides, with a second person.</translation>
    </message>
    <message>
        <source>Voor een besluit is een tweede persoon nodig. Voeg eerst een collega toe bij Wie werken ermee.</source>
        <translation>A decision needs a second person. First add a colleague at Who works with it.</translation>
    </message>
    <message>
        <source>Besluiten …</source>
        <translation>Decide …</translation>
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
    <name>OwnCard</name>
    <message>
        <source>Uw wachtzin</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Wachtzin wijzigen</source>
        <translation>Change passphrase</translation>
    </message>
    <message>
        <source>Alleen u kent hem. Denkt u dat iemand meekeek? Kies een nieuwe.</source>
        <translation>Only you know it. Do you think somebody looked on? Choose a new one.</translation>
    </message>
</context>
<context>
    <name>OwnForm</name>
    <message>
        <source>Uw wachtzin wijzigen</source>
        <translation>Change your passphrase</translation>
    </message>
    <message>
        <source>Wijzig</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Uw wachtzin van nu</source>
        <translation>Your passphrase of now</translation>
    </message>
    <message>
        <source>Uw wachtzin is gewijzigd.</source>
        <translation>Your passphrase has been changed.</translation>
    </message>
    <message>
        <source>Typ eerst uw wachtzin van nu.</source>
        <translation>Type your passphrase of now first.</translation>
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
    <name>PaperAround</name>
    <message>
        <source>Ook bij de samenvatting voor de huisarts</source>
        <translation>Also with the summary for the GP</translation>
    </message>
    <message>
        <source>Ook op mijn eigen papier</source>
        <translation>Also on my own paper</translation>
    </message>
    <message>
        <source>Thuis kan een ander het lezen</source>
        <translation>At home somebody else may read it</translation>
    </message>
    <message>
        <source>Wie er om u heen is: mag dat erbij?</source>
        <translation>Who is around you: may that be added?</translation>
    </message>
</context>
<context>
    <name>PaperCodes</name>
    <message>
        <source>Codes voor het journaal (ICPC-1)</source>
        <translation>Codes for the journal (ICPC-1)</translation>
    </message>
    <message>
        <source>Vink aan wat mee mag in de tekst. De huisarts kiest de diagnose.</source>
        <translation>Tick what may go along in the text. The GP chooses the diagnosis.</translation>
    </message>
</context>
<context>
    <name>PaperConsent</name>
    <message>
        <source>Dit papier is voor wie het meekrijgt. Daar is geen toestemming voor nodig.</source>
        <translation>This paper is for whoever takes it along. That needs no consent.</translation>
    </message>
    <message>
        <source>Er luistert iemand mee. Vraag dit als u met de persoon alleen bent.</source>
        <translation>Somebody is listening. Ask this when you are alone with the person.</translation>
    </message>
    <message>
        <source>Wij zijn nu alleen</source>
        <translation>We are alone now</translation>
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
        <source>Wie mag dit zien?</source>
        <translation>Who may see this?</translation>
    </message>
    <message>
        <source>Dit niet meegeven:</source>
        <translation>Leave this out:</translation>
    </message>
</context>
<context>
    <name>PaperData</name>
    <message>
        <source>FHIR-bestand</source>
        <translation>FHIR file</translation>
    </message>
    <message>
        <source>Een bestand in FHIR, met alleen wat deze lezer mag weten.</source>
        <translation>A file in FHIR, with only what this reader may know.</translation>
    </message>
    <message>
        <source>Bewaar de gegevens</source>
        <translation>Save the data</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Kies een andere map, of maak ruimte.</source>
        <translation>Saving failed. Choose another folder, or make room.</translation>
    </message>
    <message>
        <source>Bewaard als {name}.</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>De gegevens konden niet worden gemaakt. Probeer het nog eens.</source>
        <translation>The data could not be made. Try again.</translation>
    </message>
</context>
<context>
    <name>PaperLanguage</name>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>Zonder papier</source>
        <translation>Without paper</translation>
    </message>
    <message>
        <source>Voor de persoon</source>
        <translation>For the person</translation>
    </message>
    <message>
        <source>Voor naasten</source>
        <translation>For relatives</translation>
    </message>
    <message>
        <source>Voor de huisarts</source>
        <translation>For the GP</translation>
    </message>
    <message>
        <source>Voor een organisatie</source>
        <translation>For an organisation</translation>
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
    <name>PaperPassword</name>
    <message>
        <source>Met wachtwoord</source>
        <translation>With password</translation>
    </message>
    <message>
        <source>Klaar, ik heb het genoteerd</source>
        <translation>Done, I have written it down</translation>
    </message>
    <message>
        <source>Het wachtwoord van {name}</source>
        <translation>The password of {name}</translation>
    </message>
    <message>
        <source>Kleine letters en cijfers, zonder spaties. Vertel het wachtwoord door de telefoon. Zet het nooit in dezelfde mail. U ziet het maar één keer: wij bewaren het niet.</source>
        <translation>Small letters and figures, without spaces. Tell the password by telephone. Never put it in the same mail. You see it only once: we do not keep it.</translation>
    </message>
</context>
<context>
    <name>PaperRelease</name>
    <message>
        <source>Nog iets meegeven …</source>
        <translation>Give something more …</translation>
    </message>
    <message>
        <source>Ja, er is niemand bij</source>
        <translation>Yes, nobody else is here</translation>
    </message>
    <message>
        <source>Nee, of ik weet het niet</source>
        <translation>No, or I do not know</translation>
    </message>
    <message>
        <source>Is de persoon nu alleen?</source>
        <translation>Is the person alone now?</translation>
    </message>
    <message>
        <source>Doe dit een andere keer.</source>
        <translation>Do this another time.</translation>
    </message>
    <message>
        <source>Alleen wat u aankruist, gaat mee. Vraag het per regel.</source>
        <translation>Only what you tick goes along. Ask line by line.</translation>
    </message>
    <message>
        <source>Er is niets dat binnen blijft.</source>
        <translation>There is nothing that stays inside.</translation>
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
        <source>U kunt nu alleen lezen. Bekijken, bewaren en afdrukken kan; toestemming vastleggen niet.</source>
        <translation>You can only read now. Looking, saving and printing is possible; recording consent is not.</translation>
    </message>
    <message>
        <source>Dit papier is een advies, geen verwijzing.</source>
        <translation>This paper is advice, not a referral.</translation>
    </message>
    <message>
        <source>Deze tekst is voor het dossier van de praktijk. Er is geen toestemming voor nodig.</source>
        <translation>This text is for the record of the practice. It needs no consent.</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Tekst voor het journaal</source>
        <translation>Text for the record</translation>
    </message>
</context>
<context>
    <name>PapersLeaving</name>
    <message>
        <source>Gekopieerd. Over 30 seconden is het van het klembord.</source>
        <translation>Copied. In 30 seconds it is gone from the clipboard.</translation>
    </message>
    <message>
        <source>Bewaar als pdf</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>{name}-met-wachtwoord.pdf</source>
        <translation>{name}-with-password.pdf</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Kies een andere map, of maak ruimte.</source>
        <translation>Saving failed. Choose another folder, or make room.</translation>
    </message>
    <message>
        <source>Bewaard als {name}.</source>
        <translation>Saved as {name}.</translation>
    </message>
    <message>
        <source>Afdrukken lukte niet. Kijk of de printer aan staat.</source>
        <translation>Printing failed. See whether the printer is on.</translation>
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
        <source>Terug naar de gesprekken</source>
        <translation>Back to the talks</translation>
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
        <source>Het gesprek is afgesloten.</source>
        <translation>The talk is closed.</translation>
    </message>
    <message>
        <source>De vragen over veiligheid zijn nog niet allemaal gesteld.</source>
        <translation>The questions about safety have not all been asked yet.</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Mensen om u heen</source>
        <translation>People around you</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>Iemand toevoegen</source>
        <translation>Add someone</translation>
    </message>
    <message>
        <source>U werkt hier nog alleen. Voeg collega&apos;s toe, elk met een eigen wachtzin.</source>
        <translation>You still work here alone. Add colleagues, each with a passphrase of their own.</translation>
    </message>
    <message>
        <source>U bent nog niet toegelaten; gesprekken zijn voor u nog dicht. Vraag een collega die gesprekken leest, om u op dit scherm toe te laten.</source>
        <translation>You have not been admitted yet; conversations are still closed to you. Ask a colleague who reads conversations to admit you on this screen.</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Wie werken ermee</source>
        <translation>Who works with it</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Dit lukte niet. Probeer het nog eens.</source>
        <translation>This did not work. Please try again.</translation>
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
    <name>PeopleTable</name>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rol</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Wie werken ermee</source>
        <translation>Who works with it</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>Assistent</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>Praktijkondersteuner of intaker</source>
        <translation>Practice nurse or intake worker</translation>
    </message>
    <message>
        <source>Regiebehandelaar of huisarts</source>
        <translation>Lead clinician or GP</translation>
    </message>
    <message>
        <source>Beheerder</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Functionaris gegevensbescherming</source>
        <translation>Data protection officer</translation>
    </message>
    <message>
        <source>Houdt gesprekken en leest de eigen gesprekken.</source>
        <translation>Holds talks and reads their own.</translation>
    </message>
    <message>
        <source>Houdt gesprekken, laat collega&apos;s toe en geeft mensen hun gegevens.</source>
        <translation>Holds talks, admits colleagues and gives people their data.</translation>
    </message>
    <message>
        <source>Leest alle gesprekken, laat collega&apos;s toe en beslist over wissen.</source>
        <translation>Reads all talks, admits colleagues and decides on erasure.</translation>
    </message>
    <message>
        <source>Regelt mensen, kopieën en instellingen. Leest geen gesprekken.</source>
        <translation>Manages people, copies and settings. Reads no talks.</translation>
    </message>
    <message>
        <source>Leest alleen het logboek: wie wat heeft gezien. Leest geen gesprekken.</source>
        <translation>Reads the log only: who saw what. Reads no talks.</translation>
    </message>
    <message>
        <source>{name} (u zelf)</source>
        <translation>{name} (yourself)</translation>
    </message>
    <message>
        <source>actief</source>
        <translation>active</translation>
    </message>
    <message>
        <source>wacht op toelating</source>
        <translation>awaits admission</translation>
    </message>
    <message>
        <source>kiest nog een eigen wachtzin</source>
        <translation>has yet to choose a passphrase</translation>
    </message>
    <message>
        <source>geblokkeerd</source>
        <translation>blocked</translation>
    </message>
    <message>
        <source>Toelaten</source>
        <translation>Admit</translation>
    </message>
    <message>
        <source>Naam of rollen wijzigen</source>
        <translation>Change name or roles</translation>
    </message>
    <message>
        <source>Nieuwe wachtzin geven</source>
        <translation>Give a new passphrase</translation>
    </message>
    <message>
        <source>Blokkeren</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Deblokkeren</source>
        <translation>Unblock</translation>
    </message>
</context>
<context>
    <name>PersonAnswers</name>
    <message>
        <source>Antwoord van de persoon.</source>
        <translation>The person&apos;s answer.</translation>
    </message>
</context>
<context>
    <name>PersonScreen</name>
    <message>
        <source>Deze persoon</source>
        <translation>This person</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Rechten van de persoon</source>
        <translation>Rights of the person</translation>
    </message>
    <message>
        <source>Dit lukte niet. Probeer het nog eens.</source>
        <translation>This did not work. Please try again.</translation>
    </message>
    <message>
        <source>Bezig met kijken …</source>
        <translation>Looking …</translation>
    </message>
    <message>
        <source>Map om mee te geven</source>
        <translation>Folder to hand over</translation>
    </message>
    <message>
        <source>mijn-gegevens-{day}</source>
        <translation>my-data-{day}</translation>
    </message>
    <message>
        <source>Bezig met bewaren …</source>
        <translation>Saving …</translation>
    </message>
    <message>
        <source>Bewaard in {folder}: {pdf} en {json}. De bestanden zijn niet versleuteld. Geef ze meteen mee, en haal ze daarna van deze computer.</source>
        <translation>Saved in {folder}: {pdf} and {json}. The files are not encrypted. Hand them over at once, and then remove them from this computer.</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Kies een andere map, of maak ruimte.</source>
        <translation>Saving did not work. Choose another folder, or make room.</translation>
    </message>
</context>
<context>
    <name>PersonWindow</name>
    <message>
        <source>Het scherm van de persoon is weg. Met F7 opent u het weer.</source>
        <translation>The person&apos;s screen is gone. F7 opens it again.</translation>
    </message>
</context>
<context>
    <name>PhrasePage</name>
    <message>
        <source>Kijken wat erin staat</source>
        <translation>See what is in it</translation>
    </message>
    <message>
        <source>De wachtzin van nu, of die van toen de kopie werd gemaakt. Er verandert nog niets.</source>
        <translation>The passphrase of now, or that of when the backup was made. Nothing changes yet.</translation>
    </message>
    <message>
        <source>Caps Lock staat aan.</source>
        <translation>Caps Lock is on.</translation>
    </message>
    <message>
        <source>Wachtzin van de kopie</source>
        <translation>Passphrase of the backup</translation>
    </message>
</context>
<context>
    <name>PictureBox</name>
    <message>
        <source>Foto kiezen</source>
        <translation>Choose a photo</translation>
    </message>
    <message>
        <source>Foto weghalen</source>
        <translation>Take the photo away</translation>
    </message>
    <message>
        <source>Alleen met toestemming van wie erop staat.</source>
        <translation>Only with the consent of the person in it.</translation>
    </message>
    <message>
        <source>Dit bestand is geen foto. Kies een JPEG of PNG.</source>
        <translation>This file is not a photo. Choose a JPEG or PNG.</translation>
    </message>
    <message>
        <source>Foto&apos;s (*.jpg *.jpeg *.png)</source>
        <translation>Photos (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Een foto kiezen</source>
        <translation>Choose a photo</translation>
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
    <name>PlaceButtons</name>
    <message>
        <source>Sociale kaart</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Wie werken ermee</source>
        <translation>Who works with it</translation>
    </message>
    <message>
        <source>Reservekopieën</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Logboek</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Verzoeken en opruimen</source>
        <translation>Requests and clearing</translation>
    </message>
</context>
<context>
    <name>PlanPane</name>
    <message>
        <source>Wat u bekijkt</source>
        <translation>What you are looking at</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Van wie</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Wat er gebeurt</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>Wat er in het bestand staat</source>
        <translation>What is in the file</translation>
    </message>
    <message>
        <source>Sla de rest over</source>
        <translation>Skip the rest</translation>
    </message>
    <message>
        <source>Haal alles hier weg</source>
        <translation>Take away everything here</translation>
    </message>
    <message>
        <source>Laat alles staan</source>
        <translation>Leave everything</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>Dit brengt de kopie terug</source>
        <translation>This is what the backup brings back</translation>
    </message>
    <message>
        <source>Dit staat er nu</source>
        <translation>This is what is there now</translation>
    </message>
    <message>
        <source>Dit is een kopie van een andere opslag dan die hier staat: van een andere praktijk of computer. De gesprekken die hier nu staan, ziet u daarna niet meer.</source>
        <translation>This is a backup of another store than the one here: of another practice or computer. You will no longer see the talks that are here now.</translation>
    </message>
    <message>
        <source>Wat er nu staat, wordt niet weggegooid. Het blijft ernaast bewaard.</source>
        <translation>What is there now is not thrown away. It is kept beside it.</translation>
    </message>
    <message>
        <source>Ik heb dit gelezen</source>
        <translation>I have read this</translation>
    </message>
    <message>
        <source>Ja, ik wil de kopie van die andere opslag</source>
        <translation>Yes, I want the backup of that other store</translation>
    </message>
    <message>
        <source>Zet deze kopie terug</source>
        <translation>Put this backup back</translation>
    </message>
    <message>
        <source>Gesprekken: {talks}, wijzigingen: {changes}</source>
        <translation>Talks: {talks}, changes: {changes}</translation>
    </message>
    <message>
        <source>Gemaakt op {moment}</source>
        <translation>Made on {moment}</translation>
    </message>
    <message>
        <source>Met versie {program}</source>
        <translation>With version {program}</translation>
    </message>
    <message>
        <source>Nog niets.</source>
        <translation>Nothing yet.</translation>
    </message>
    <message>
        <source>Dit is niet te lezen: het is beschadigd, of het gaat met een andere wachtzin open.</source>
        <translation>This cannot be read: it is damaged, or it opens with another passphrase.</translation>
    </message>
    <message>
        <source>Laatst gewijzigd op {moment}</source>
        <translation>Last changed on {moment}</translation>
    </message>
    <message>
        <source>Na deze kopie is er nog gewerkt. Wat toen is vastgelegd, ziet u daarna niet meer.</source>
        <translation>Work went on after this backup. You will no longer see what was recorded then.</translation>
    </message>
    <message>
        <source>Na deze kopie is er nog gewerkt. Wijzigingen die u daarna niet meer ziet: minstens {count}.</source>
        <translation>Work went on after this backup. Changes that you will no longer see: at least {count}.</translation>
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
    <name>PrioritiesParts</name>
    <message>
        <source>Wat eerst</source>
        <translation>What first</translation>
    </message>
    <message>
        <source>Omhoog</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Omlaag</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Daarna</source>
        <translation>After that</translation>
    </message>
    <message>
        <source>Terug naar gesprek</source>
        <translation>Back to the talk</translation>
    </message>
    <message>
        <source>Samen kiezen</source>
        <translation>Choose together</translation>
    </message>
    <message>
        <source>Waar wilt u het eerst over hebben?</source>
        <translation>What do you want to talk about first?</translation>
    </message>
    <message>
        <source>Sleep in de goede volgorde, of gebruik Alt met de pijltjes. De eerste drie werkt u samen uit.</source>
        <translation>Drag into the right order, or use Alt with the arrows. You work out the first three together.</translation>
    </message>
</context>
<context>
    <name>ProposalCard</name>
    <message>
        <source>Waarom dit?</source>
        <translation>Why this?</translation>
    </message>
    <message>
        <source>Alle gegevens</source>
        <translation>All details</translation>
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
        <source>Waarom niet, in eigen woorden</source>
        <translation>Why not, in your own words</translation>
    </message>
    <message>
        <source>Wat is de reden?</source>
        <translation>What is the reason?</translation>
    </message>
    <message>
        <source>Kies uit {count}</source>
        <translation>Choose from {count}</translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation>Take away</translation>
    </message>
</context>
<context>
    <name>PurgeCard</name>
    <message>
        <source>Opruimen</source>
        <translation>Clearing away</translation>
    </message>
    <message>
        <source>Er is nu niets om op te ruimen.</source>
        <translation>There is nothing to clear away now.</translation>
    </message>
    <message>
        <source>Gesprek van</source>
        <translation>Talk of</translation>
    </message>
    <message>
        <source>Mag weg vanaf</source>
        <translation>May go from</translation>
    </message>
    <message>
        <source>Wat wordt opgeruimd</source>
        <translation>What is cleared away</translation>
    </message>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Ruim op</source>
        <translation>Clear away</translation>
    </message>
    <message>
        <source>Is een gesprek afgesloten en meegegeven, en gebeurde er {days} dagen niets mee, dan mag het weg. Het staat eerst een week hier. Er gaat niets weg zonder dat iemand hier op Nu opruimen drukt.</source>
        <translation>When a conversation was closed and handed over, and nothing happened to it for {days} days, it may go. It stands here for a week first. Nothing goes unless somebody presses Clear away now here.</translation>
    </message>
    <message>
        <source>Nu opruimen ({n})</source>
        <translation>Clear away now ({n})</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>now</translation>
    </message>
    <message>
        <source>1 gesprek voorgoed opruimen? Dit kan niemand ongedaan maken.</source>
        <translation>Clear 1 conversation away for good? Nobody can undo this.</translation>
    </message>
    <message>
        <source>{n} gesprekken voorgoed opruimen? Dit kan niemand ongedaan maken.</source>
        <translation>Clear {n} conversations away for good? Nobody can undo this.</translation>
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
        <source>Zo kunt u beginnen: “{words}”</source>
        <translation>You could start with: “{words}”</translation>
    </message>
    <message>
        <source>Vraag door: {words}</source>
        <translation>Ask further: {words}</translation>
    </message>
</context>
<context>
    <name>QuickForm</name>
    <message>
        <source>Wachttijd</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>dagen</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Vrije plekken</source>
        <translation>Free places</translation>
    </message>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Meer wijzigen</source>
        <translation>Change more</translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Wie u spreekt</source>
        <translation>Who you speak to</translation>
    </message>
    <message>
        <source>Bereikbaar</source>
        <translation>When to call</translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>Bijvoorbeeld: niemand neemt op</source>
        <translation>For example: nobody picks up</translation>
    </message>
    <message>
        <source>Niet nu</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Niet meer aanbieden</source>
        <translation>Stop offering</translation>
    </message>
    <message>
        <source>Waarom bieden wij dit niet meer aan? Schrijf niets over een persoon.</source>
        <translation>Why do we no longer offer this? Write nothing about a person.</translation>
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
    <name>RecoverPanel</name>
    <message>
        <source>Wie bent u?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Wachtzin kwijt?</source>
        <translation>Lost your passphrase?</translation>
    </message>
    <message>
        <source>Een beheerder kan u een nieuwe wachtzin geven. Lukt dat niet, dan opent de code op het herstelblad het programma.</source>
        <translation>An administrator can give you a new passphrase. If not, the code on the recovery sheet opens the program.</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Dit lukte niet. Probeer het nog eens.</source>
        <translation>This did not work. Please try again.</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeField</name>
    <message>
        <source>De code op het herstelblad</source>
        <translation>The code on the recovery sheet</translation>
    </message>
    <message>
        <source>Hoofdletters, spaties en streepjes maken niet uit.</source>
        <translation>Capitals, spaces and hyphens do not matter.</translation>
    </message>
    <message>
        <source>De code is nog niet heel.</source>
        <translation>The code is not whole yet.</translation>
    </message>
    <message>
        <source>Er zit een typefout in. Leg het blad ernaast en kijk elke groep na.</source>
        <translation>There is a typing error in it. Put the sheet beside it and check each group.</translation>
    </message>
    <message>
        <source>De code is goed getypt.</source>
        <translation>The code has been typed right.</translation>
    </message>
</context>
<context>
    <name>RecoveryPaper</name>
    <message>
        <source>Naar de printer gestuurd.</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>Afdrukken lukte niet. Kijk of de printer aan staat.</source>
        <translation>Printing did not work. See whether the printer is on.</translation>
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
</context>
<context>
    <name>RecoveryScreen</name>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Een herstelblad opent alles. Alleen een beheerder die ook gesprekken leest, kan het maken.</source>
        <translation>A recovery sheet opens everything. Only an administrator who also reads talks can make it.</translation>
    </message>
    <message>
        <source>Herstelblad</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Maak een herstelblad</source>
        <translation>Make a recovery sheet</translation>
    </message>
    <message>
        <source>Ik heb het op papier</source>
        <translation>I have it on paper</translation>
    </message>
    <message>
        <source>Proberen</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Deze code past niet. Is dit het nieuwste blad?</source>
        <translation>This code does not fit. Is this the newest sheet?</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Dit lukte niet. Probeer het nog eens.</source>
        <translation>This did not work. Please try again.</translation>
    </message>
</context>
<context>
    <name>ReferralRow</name>
    <message>
        <source>Vóór een verwijzing</source>
        <translation>Before a referral</translation>
    </message>
    <message>
        <source>Na een verwijzing</source>
        <translation>After a referral</translation>
    </message>
    <message>
        <source>Het verkennend gesprek komt in onze regio</source>
        <translation>In our region the exploratory conversation comes</translation>
    </message>
    <message>
        <source>Dit staat op de concept-verwijzing. Weet u het niet? Kies dan niets.</source>
        <translation>This stands on the draft referral. If you do not know, choose nothing.</translation>
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
    <message>
        <source>Rechten van de persoon …</source>
        <translation>Rights of the person …</translation>
    </message>
</context>
<context>
    <name>RenewForm</name>
    <message>
        <source>Nieuwe wachtzin voor {name}</source>
        <translation>New passphrase for {name}</translation>
    </message>
    <message>
        <source>Geef</source>
        <translation>Give</translation>
    </message>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Wie gesprekken leest, moet daarna opnieuw worden toegelaten.</source>
        <translation>Who reads talks must be admitted again afterwards.</translation>
    </message>
    <message>
        <source>{name} heeft een nieuwe wachtzin.</source>
        <translation>{name} has a new passphrase.</translation>
    </message>
</context>
<context>
    <name>RestorePanel</name>
    <message>
        <source>Bezig met kijken …</source>
        <translation>Looking …</translation>
    </message>
    <message>
        <source>Een reservekopie terugzetten</source>
        <translation>Put a backup back</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Kijken in de map lukte niet. Kies een bestand.</source>
        <translation>The folder could not be read. Choose a file.</translation>
    </message>
    <message>
        <source>Reservekopie ({pattern})</source>
        <translation>Backup ({pattern})</translation>
    </message>
    <message>
        <source>Een reservekopie kiezen</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Bezig met terugzetten. Zet de computer niet uit.</source>
        <translation>Putting it back. Do not switch the computer off.</translation>
    </message>
    <message>
        <source>De kopie is teruggezet.</source>
        <translation>The backup was put back.</translation>
    </message>
    <message>
        <source>Wat er stond, is bewaard als {name}.</source>
        <translation>What was there is kept as {name}.</translation>
    </message>
    <message>
        <source>Niet teruggekomen, want later gewist: {n}.</source>
        <translation>Did not come back, because erased later: {n}.</translation>
    </message>
    <message>
        <source>Regels van het logboek die nu ontbreken: {n}.</source>
        <translation>Lines of the log that are missing now: {n}.</translation>
    </message>
    <message>
        <source>Dat lukte niet. Er is niets veranderd. Probeer het nog eens.</source>
        <translation>That failed. Nothing was changed. Try again.</translation>
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
    <name>Row</name>
    <message>
        <source>Weg</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>RowsBox</name>
    <message>
        <source>Nog een</source>
        <translation>Add another</translation>
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
    <name>SafetyPlanScreen</name>
    <message>
        <source>Veiligheidskaart</source>
        <translation>Safety plan</translation>
    </message>
    <message>
        <source>Wat helpt op een moeilijk moment?</source>
        <translation>What helps at a difficult moment?</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Even uit beeld</source>
        <translation>Out of sight</translation>
    </message>
    <message>
        <source>Naar het papier</source>
        <translation>To the paper</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Zoeken in:</source>
        <translation>Look in:</translation>
    </message>
    <message>
        <source>Soort bestand:</source>
        <translation>Kind of file:</translation>
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
        <source>Niet opgeslagen: schijf vol</source>
        <translation>Not saved: disk full</translation>
    </message>
    <message>
        <source>Niet opgeslagen</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>SawCard</name>
    <message>
        <source>Wie heeft mijn gegevens gezien</source>
        <translation>Who saw my data</translation>
    </message>
    <message>
        <source>Dit ziet wie aan dit gesprek werkt, en de functionaris gegevensbescherming. Vraag het een van hen.</source>
        <translation>This is seen by who works on this conversation, and by the privacy officer. Ask one of them.</translation>
    </message>
    <message>
        <source>Laat zien</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Hoe ver terug</source>
        <translation>How far back</translation>
    </message>
    <message>
        <source>In deze tijd heeft niemand iets gezien of gewijzigd.</source>
        <translation>In this time nobody saw or changed anything.</translation>
    </message>
    <message>
        <source>De hele lijst staat ook in wat de persoon meekrijgt.</source>
        <translation>The whole list is also in what the person takes along.</translation>
    </message>
    <message>
        <source>30 dagen</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>Een jaar</source>
        <translation>A year</translation>
    </message>
    <message>
        <source>Alles</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Wie</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Keer</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>Noodknop</source>
        <translation>Break-glass</translation>
    </message>
    <message>
        <source>Bezig met kijken …</source>
        <translation>Looking …</translation>
    </message>
    <message>
        <source>{who} ({roles})</source>
        <translation>{who} ({roles})</translation>
    </message>
    <message>
        <source>ja</source>
        <translation>yes</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>Uit de praktijk</source>
        <translation>From the practice</translation>
    </message>
    <message>
        <source>Eerder nagekeken</source>
        <translation>Checked before</translation>
    </message>
    <message>
        <source>Toch niet</source>
        <translation>Rather not</translation>
    </message>
</context>
<context>
    <name>ServiceParts</name>
    <message>
        <source>Engelse teksten tonen</source>
        <translation>Show the English texts</translation>
    </message>
    <message>
        <source>Alles nagekeken, vandaag</source>
        <translation>All checked, today</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nieuw in de sociale kaart</source>
        <translation>New in the directory</translation>
    </message>
    <message>
        <source>Sociale kaart bewerken</source>
        <translation>Edit the directory</translation>
    </message>
    <message>
        <source>Wat is het</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Wie spreekt u</source>
        <translation>Who you speak to</translation>
    </message>
    <message>
        <source>Hoe komt iemand er</source>
        <translation>How to get in</translation>
    </message>
    <message>
        <source>Wanneer</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Waar</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Voor wie</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Kosten</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Hoe zeker</source>
        <translation>How sure</translation>
    </message>
    <message>
        <source>Alles nagekeken, vandaag. Hoe?</source>
        <translation>All checked, today. How?</translation>
    </message>
    <message>
        <source>Zet de dag van vandaag bij alles wat hier staat, ook bij wachttijd en telefoon.</source>
        <translation>Puts today’s date with everything here, also with the waiting time and the telephone.</translation>
    </message>
</context>
<context>
    <name>ServiceScreen</name>
    <message>
        <source>Vandaag staat nu bij alles wat is nagekeken. Bewaar het nog.</source>
        <translation>Today’s date now stands with everything that was checked. Do save it.</translation>
    </message>
    <message>
        <source>Bewaard: {name}.</source>
        <translation>Saved: {name}.</translation>
    </message>
</context>
<context>
    <name>ServicesSheet</name>
    <message>
        <source>Welke past het best?</source>
        <translation>Which one fits best?</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
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
        <source>Beheer</source>
        <translation>Running the practice</translation>
    </message>
    <message>
        <source>Hoe lang een gesprek duurt</source>
        <translation>How long a talk takes</translation>
    </message>
    <message>
        <source>De regio</source>
        <translation>The region</translation>
    </message>
    <message>
        <source>Vergrendelen en bewaren</source>
        <translation>Locking and keeping</translation>
    </message>
    <message>
        <source>Talen voor de persoon</source>
        <translation>Languages for the person</translation>
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
        <source>Deze gegevens stelt iemand anders in de praktijk in.</source>
        <translation>Somebody else in the practice sets these.</translation>
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
    <message>
        <source>Dit geldt tot u het programma afsluit.</source>
        <translation>This holds until you close the program.</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Herstelblad</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Naar het herstelblad</source>
        <translation>To the recovery sheet</translation>
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
    <name>StandLine</name>
    <message>
        <source>Er is nog geen herstelblad.</source>
        <translation>There is no recovery sheet yet.</translation>
    </message>
    <message>
        <source>Het herstelblad van {made} is nog niet van papier geprobeerd.</source>
        <translation>The recovery sheet of {made} has not been tried from paper yet.</translation>
    </message>
    <message>
        <source>Het herstelblad van {made} werkt. Geprobeerd op {tested}.</source>
        <translation>The recovery sheet of {made} works. Tried on {tested}.</translation>
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
    <name>Stepper</name>
    <message>
        <source>Minder</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
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
    <name>TakePart</name>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Bezig met lezen …</source>
        <translation>Reading …</translation>
    </message>
    <message>
        <source>Dit bestand kon niet worden gelezen. Kies een ander, of vraag het opnieuw.</source>
        <translation>This file could not be read. Choose another one, or ask for it again.</translation>
    </message>
    <message>
        <source>Bezig met overnemen …</source>
        <translation>Taking it in …</translation>
    </message>
    <message>
        <source>Overnemen lukte niet. Er is niets veranderd. Probeer het nog eens.</source>
        <translation>Taking it in did not work. Nothing has changed. Please try again.</translation>
    </message>
    <message>
        <source>Bezig met terugdraaien …</source>
        <translation>Undoing …</translation>
    </message>
</context>
<context>
    <name>TakingCard</name>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ander bestand …</source>
        <translation>Another file …</translation>
    </message>
    <message>
        <source>Open het gesprek</source>
        <translation>Open the talk</translation>
    </message>
    <message>
        <source>Een gesprek inlezen</source>
        <translation>Read in a talk</translation>
    </message>
    <message>
        <source>Bezig met lezen …</source>
        <translation>Reading …</translation>
    </message>
    <message>
        <source>Dit bestand kon niet worden gelezen. Kies een ander, of vraag het opnieuw.</source>
        <translation>This file could not be read. Choose another one, or ask for it again.</translation>
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
        <source>Hoe lang u bezig bent: {time}</source>
        <translation>How long you have been talking: {time}</translation>
    </message>
</context>
<context>
    <name>TalkCommands</name>
    <message>
        <source>Het gesprek is weer open.</source>
        <translation>The talk is open again.</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt: veiligheidskaart.</source>
        <translation>Undone: safety plan.</translation>
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
        <source>Opnieuw gedaan: veiligheidskaart.</source>
        <translation>Done again: safety plan.</translation>
    </message>
    <message>
        <source>Er is niets om opnieuw te doen.</source>
        <translation>There is nothing to do again.</translation>
    </message>
</context>
<context>
    <name>TalkFoot</name>
    <message>
        <source>Pauze of overdragen</source>
        <translation>Pause or hand over</translation>
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
    <name>TalksCard</name>
    <message>
        <source>Welke gesprekken</source>
        <translation>Which conversations</translation>
    </message>
    <message>
        <source>De andere waren met iemand van hetzelfde geslacht en ongeveer dezelfde leeftijd. Vink alleen aan wat zeker van deze persoon is.</source>
        <translation>The others were with somebody of the same gender and about the same age. Tick only what is surely this person&apos;s.</translation>
    </message>
    <message>
        <source>Dit gesprek</source>
        <translation>This conversation</translation>
    </message>
    <message>
        <source>{on}: “{about}”</source>
        <translation>{on}: “{about}”</translation>
    </message>
</context>
<context>
    <name>TellCard</name>
    <message>
        <source>Vertel dit aan {name}</source>
        <translation>Tell this to {name}</translation>
    </message>
    <message>
        <source>Verteld</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Hierna is deze wachtzin niet meer te zien.</source>
        <translation>After this, this passphrase cannot be seen any more.</translation>
    </message>
</context>
<context>
    <name>TieForm</name>
    <message>
        <source>Zoals: mijn zus</source>
        <translation>Such as: my sister</translation>
    </message>
    <message>
        <source>Wie is het</source>
        <translation>Who is it</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Kracht</source>
        <translation>Strength</translation>
    </message>
    <message>
        <source>Mag meedenken</source>
        <translation>May think along</translation>
    </message>
    <message>
        <source>Verteld door</source>
        <translation>Told by</translation>
    </message>
    <message>
        <source>Haal weg</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>TimeRows</name>
    <message>
        <source>Kort gesprek</source>
        <translation>Short talk</translation>
    </message>
    <message>
        <source>Verkennend gesprek</source>
        <translation>Exploratory talk</translation>
    </message>
    <message>
        <source>1 minuut</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>{n} minuten</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>In het gesprek staat dit stil bovenaan. Er gaat nooit een bel af.</source>
        <translation>In the talk this stands quietly at the top. No bell ever rings.</translation>
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
    <name>ToldPane</name>
    <message>
        <source>Meldingen</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Kopieer als tekst</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Bewaar als lijst …</source>
        <translation>Save as a list …</translation>
    </message>
    <message>
        <source>Gekopieerd. U kunt het nu ergens plakken, bijvoorbeeld in een mail.</source>
        <translation>Copied. You can now paste it somewhere, for example in an email.</translation>
    </message>
    <message>
        <source>meldingen.txt</source>
        <translation>messages.txt</translation>
    </message>
    <message>
        <source>Bewaar de meldingen</source>
        <translation>Save the messages</translation>
    </message>
    <message>
        <source>Bewaren lukte niet. Kies een andere map, of maak ruimte.</source>
        <translation>Saving did not work. Choose another folder, or make room.</translation>
    </message>
    <message>
        <source>Bewaard als {name}.</source>
        <translation>Saved as {name}.</translation>
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
        <source>Niets gevonden. Probeer een ander woord, of druk op Esc.</source>
        <translation>Nothing found. Try another word, or press Esc.</translation>
    </message>
    <message>
        <source>Wie is erbij</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>Mensen om u heen</source>
        <translation>People around you</translation>
    </message>
    <message>
        <source>Nu even alleen</source>
        <translation>Alone for a moment</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Er opent een tweede venster met voorbeelden. Daar begint u de rondleiding.</source>
        <translation>A second window with examples opens. There you begin the tour.</translation>
    </message>
    <message>
        <source>Het tweede venster opende niet. Start het programma zelf met --demo erachter.</source>
        <translation>The second window did not open. Start the program yourself with --demo behind it.</translation>
    </message>
    <message>
        <source>U vindt de rondleiding altijd in het menu, bij Hulp.</source>
        <translation>You always find the tour in the menu, under Help.</translation>
    </message>
</context>
<context>
    <name>TourNote</name>
    <message>
        <source>Rondleiding</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>TryCard</name>
    <message>
        <source>Werkt het blad?</source>
        <translation>Does the sheet work?</translation>
    </message>
    <message>
        <source>Toon de code weer</source>
        <translation>Show the code again</translation>
    </message>
    <message>
        <source>Typ de code over van het papier. Zo weet u zeker dat het blad klopt.</source>
        <translation>Type the code over from the paper. So you are sure that the sheet is right.</translation>
    </message>
</context>
<context>
    <name>TwinsParts</name>
    <message>
        <source>Misschien dubbel</source>
        <translation>Perhaps duplicates</translation>
    </message>
    <message>
        <source>Er is niets dubbel. Staat er toch iets twee keer in? Zoek het op en verwijder er een.</source>
        <translation>There are no duplicates. Is something in it twice all the same? Look it up and delete one.</translation>
    </message>
    <message>
        <source>Neem eerste</source>
        <translation>Take first</translation>
    </message>
    <message>
        <source>Neem tweede</source>
        <translation>Take second</translation>
    </message>
    <message>
        <source>Dit zijn er twee</source>
        <translation>These are two</translation>
    </message>
    <message>
        <source>Samenvoegen</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Bovenaan staat wat verschilt. Kies per regel met 1 of 2; rechts ziet u wat het wordt.</source>
        <translation>What differs is at the top. Choose line by line with 1 or 2; on the right you see what it becomes.</translation>
    </message>
</context>
<context>
    <name>TwinsScreen</name>
    <message>
        <source>Bezig met zoeken …</source>
        <translation>Searching …</translation>
    </message>
    <message>
        <source>Dit lukte niet. Probeer het nog eens.</source>
        <translation>This did not work. Please try again.</translation>
    </message>
    <message>
        <source>Gelijk: {what}</source>
        <translation>The same: {what}</translation>
    </message>
    <message>
        <source>Dit blijven er twee.</source>
        <translation>These stay two.</translation>
    </message>
    <message>
        <source>Bezig …</source>
        <translation>Busy …</translation>
    </message>
    <message>
        <source>Samengevoegd tot één.</source>
        <translation>Merged into one.</translation>
    </message>
</context>
<context>
    <name>TwinsTable</name>
    <message>
        <source>Eerste (1)</source>
        <translation>First (1)</translation>
    </message>
    <message>
        <source>Tweede (2)</source>
        <translation>Second (2)</translation>
    </message>
    <message>
        <source>Zo wordt het</source>
        <translation>What it becomes</translation>
    </message>
    <message>
        <source>Wat</source>
        <translation>What</translation>
    </message>
    <message>
        <source>De twee naast elkaar</source>
        <translation>The two side by side</translation>
    </message>
    <message>
        <source>gekozen</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>verschilt</source>
        <translation>differs</translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
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
        <source>Wie bent u?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Uw naam, zoals collega&apos;s u kennen</source>
        <translation>Your name, as colleagues know you</translation>
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
        <source>Wachtzin kwijt?</source>
        <translation>Lost your passphrase?</translation>
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
        <source>De wachtzin van de voorbeelden is: {words}</source>
        <translation>The passphrase of the examples is: {words}</translation>
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
    <name>UnlockScreen</name>
    <message>
        <source>Uw nieuwe wachtzin is ingesteld.</source>
        <translation>Your new passphrase has been set.</translation>
    </message>
</context>
<context>
    <name>UnlockWords</name>
    <message>
        <source>Welkom. Bedenk een wachtzin. Daarmee gaat het programma open.</source>
        <translation>Welcome. Think of a passphrase. It opens the program.</translation>
    </message>
    <message>
        <source>Deze wachtzin kreeg u van een collega. Bedenk er nu een die alleen u kent.</source>
        <translation>A colleague gave you this passphrase. Now think of one that only you know.</translation>
    </message>
    <message>
        <source>Voorbeeldgegevens: fictieve mensen</source>
        <translation>Example data: fictional people</translation>
    </message>
    <message>
        <source>Kies een eigen wachtzin</source>
        <translation>Choose a passphrase of your own</translation>
    </message>
    <message>
        <source>Uw wachtzin</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Neem minstens 12 tekens, of vier woorden. Bewaar de wachtzin goed. Wie hem kwijtraakt en geen herstelblad heeft, is alles kwijt: niemand kan hem terughalen.</source>
        <translation>Use at least 12 characters, or four words. Keep the passphrase well. Who loses it and has no recovery sheet loses everything: nobody can get it back.</translation>
    </message>
    <message>
        <source>Neem minstens 12 tekens, of vier woorden.</source>
        <translation>Use at least 12 characters, or four words.</translation>
    </message>
    <message>
        <source>Plakken mag. Hoofdletters tellen mee.</source>
        <translation>Pasting is fine. Capital letters matter.</translation>
    </message>
    <message>
        <source>Nog 1 seconde wachten.</source>
        <translation>1 second left to wait.</translation>
    </message>
    <message>
        <source>Nog {n} seconden wachten.</source>
        <translation>{n} seconds left to wait.</translation>
    </message>
    <message>
        <source>Deze wachtzin past niet bij {name}. Bent u dat, en staat Caps Lock uit?</source>
        <translation>This passphrase does not fit {name}. Is that you, and is Caps Lock off?</translation>
    </message>
    <message>
        <source>Vul uw naam in. Uw collega&apos;s zien die.</source>
        <translation>Fill in your name. Your colleagues see it.</translation>
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
        <source>Deze wachtzin is te bekend. Neem vier gewone woorden.</source>
        <translation>This passphrase is too well known. Take four ordinary words.</translation>
    </message>
    <message>
        <source>De twee zijn niet gelijk. Typ de tweede nog eens.</source>
        <translation>The two are not the same. Type the second one again.</translation>
    </message>
    <message>
        <source>Neem een andere wachtzin dan die u kreeg.</source>
        <translation>Take another passphrase than the one you were given.</translation>
    </message>
    <message>
        <source>Deze wachtzin past niet. Kijk of Caps Lock aan staat.</source>
        <translation>This passphrase does not fit. See whether Caps Lock is on.</translation>
    </message>
    <message>
        <source>U kunt het weer proberen.</source>
        <translation>You can try again.</translation>
    </message>
    <message>
        <source>Meelezen kan intussen wel.</source>
        <translation>You can read along meanwhile.</translation>
    </message>
    <message>
        <source>Openen om te lezen verandert niets. Zet u een kopie terug, dan blijft ook dit bewaard.</source>
        <translation>Opening to read changes nothing. If you put a copy back, this is kept as well.</translation>
    </message>
    <message>
        <source>Zet u een kopie terug, dan blijft bewaard wat er nu staat.</source>
        <translation>If you put a copy back, what is here now is kept.</translation>
    </message>
    <message>
        <source>Openen lukte niet. Probeer het nog eens.</source>
        <translation>Opening did not work. Please try again.</translation>
    </message>
    <message>
        <source>Het programma kan niet starten.</source>
        <translation>The program cannot start.</translation>
    </message>
    <message>
        <source>Openen om te lezen</source>
        <translation>Open to read</translation>
    </message>
    <message>
        <source>Alleen lezen</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Opnieuw proberen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Een reservekopie terugzetten</source>
        <translation>Put a backup back</translation>
    </message>
</context>
<context>
    <name>UnsavedCard</name>
    <message>
        <source>Uw wijzigingen zijn nog niet bewaard. Wat wilt u doen?</source>
        <translation>Your changes are not saved yet. What would you like to do?</translation>
    </message>
    <message>
        <source>Bewaren</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Niet bewaren</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>Verder bewerken</source>
        <translation>Go on editing</translation>
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
    <name>UserForm</name>
    <message>
        <source>Iemand toevoegen</source>
        <translation>Add someone</translation>
    </message>
    <message>
        <source>Naam of rollen wijzigen</source>
        <translation>Change name or roles</translation>
    </message>
    <message>
        <source>Voeg toe</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Bewaar</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Laat staan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Rollen</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Naam, zoals collega&apos;s die kennen</source>
        <translation>Name, as colleagues know it</translation>
    </message>
    <message>
        <source>Bewaard.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>{name} kan nu openen, en kiest eerst een eigen wachtzin.</source>
        <translation>{name} can open now, and first chooses a passphrase of their own.</translation>
    </message>
    <message>
        <source>Vul een naam in.</source>
        <translation>Fill in a name.</translation>
    </message>
    <message>
        <source>Kies minstens één rol.</source>
        <translation>Choose at least one role.</translation>
    </message>
</context>
<context>
    <name>WeekBox</name>
    <message>
        <source>Deze tijden lukken niet: {days}. Schrijf bijvoorbeeld 9-12:30.</source>
        <translation>These times cannot be read: {days}. Write for example 9-12:30.</translation>
    </message>
</context>
<context>
    <name>WeekField</name>
    <message>
        <source>{day} ook op de andere werkdagen</source>
        <translation>{day} on the other working days too</translation>
    </message>
    <message>
        <source>Alles dicht</source>
        <translation>All closed</translation>
    </message>
    <message>
        <source>dicht</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>Schrijf tijden als 9-12:30, 13:30-17. Leeg is dicht.</source>
        <translation>Write times like 9-12:30, 13:30-17. Empty means closed.</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Voor als de wachtzin kwijt is</source>
        <translation>For when the passphrase is lost</translation>
    </message>
    <message>
        <source>Maakt u een nieuw blad, dan werkt het vorige niet meer.</source>
        <translation>If you make a new sheet, the one before no longer works.</translation>
    </message>
    <message>
        <source>Ik heb het blad: nu proberen</source>
        <translation>I have the sheet: try it now</translation>
    </message>
    <message>
        <source>Wie zijn wachtzin kwijtraakt, kan niets meer openen: niemand kan hem terughalen. Op het herstelblad staat een code die dan wel opent; bewaar het op papier, achter slot.</source>
        <translation>Who loses their passphrase can open nothing any more: nobody can get it back. On the recovery sheet is a code that still opens then; keep it on paper, under lock.</translation>
    </message>
    <message>
        <source>Een nieuw blad maken</source>
        <translation>Make a new sheet</translation>
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
<context>
    <name>WishDetails</name>
    <message>
        <source>Hoe belangrijk is dit voor u?</source>
        <translation>How important is this to you?</translation>
    </message>
    <message>
        <source>Hoeveel vertrouwen hebt u dat het lukt?</source>
        <translation>How confident are you that it will work?</translation>
    </message>
    <message>
        <source>niet belangrijk</source>
        <translation>not important</translation>
    </message>
    <message>
        <source>heel belangrijk</source>
        <translation>very important</translation>
    </message>
    <message>
        <source>geen vertrouwen</source>
        <translation>not confident</translation>
    </message>
    <message>
        <source>veel vertrouwen</source>
        <translation>very confident</translation>
    </message>
    <message>
        <source>In eigen woorden</source>
        <translation>In your own words</translation>
    </message>
    <message>
        <source>Wat zou u graag willen?</source>
        <translation>What would you like?</translation>
    </message>
    <message>
        <source>Wat maakt het cijfer hoger?</source>
        <translation>What makes the number higher?</translation>
    </message>
    <message>
        <source>Wat maakt het een {number}?</source>
        <translation>What makes it a {number}?</translation>
    </message>
    <message>
        <source>Wat zou helpen?</source>
        <translation>What would help?</translation>
    </message>
    <message>
        <source>Eerste stap · haal weg</source>
        <translation>First step · take away</translation>
    </message>
</context>
</TS>
