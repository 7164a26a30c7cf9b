<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="lv" sourcelanguage="en">
<context>
    <name>Batch</name>
    <message>
        <source>time stamps</source>
        <translation>laika zīmogiem</translation>
    </message>
</context>
<context>
    <name>CardHost</name>
    <message>
        <source>the program that runs it cannot be started</source>
        <translation>programmu, kas to darbina, nevar palaist</translation>
    </message>
    <message>
        <source>it cannot be loaded</source>
        <translation>to nevar ielādēt</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>tāda faila nav</translation>
    </message>
    <message>
        <source>it is not a PKCS#11 module</source>
        <translation>tas nav PKCS#11 modulis</translation>
    </message>
</context>
<context>
    <name>CardType</name>
    <message>
        <source>Latvian eID (Cosmo 8)</source>
        <translation>Latvijas eID (Cosmo 8)</translation>
    </message>
    <message>
        <source>Latvian eID (Cosmo X)</source>
        <translation>Latvijas eID (Cosmo X)</translation>
    </message>
    <message>
        <source>Latvian eID</source>
        <translation>Latvijas eID</translation>
    </message>
    <message>
        <source>Estonian eID (Cosmo 8)</source>
        <translation>Igaunijas eID (Cosmo 8)</translation>
    </message>
    <message>
        <source>Estonian eID (Cosmo X)</source>
        <translation>Igaunijas eID (Cosmo X)</translation>
    </message>
    <message>
        <source>Estonian eID</source>
        <translation>Igaunijas eID</translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message>
        <source>For signing, valid until %1.</source>
        <translation>Parakstīšanai, derīgs līdz %1.</translation>
    </message>
    <message>
        <source>For authentication, valid until %1.</source>
        <translation>Autentifikācijai, derīgs līdz %1.</translation>
    </message>
    <message numerus="yes">
        <source>Tries left for the PIN2: %n.</source>
        <translation>
            <numerusform>Atlikušie PIN2 mēģinājumi: %n.</numerusform>
            <numerusform>Atlikušie PIN2 mēģinājumi: %n.</numerusform>
            <numerusform>Atlikušie PIN2 mēģinājumi: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>No card is in it.</source>
        <translation>Tajā nav kartes.</translation>
    </message>
    <message>
        <source>A card is in it.</source>
        <translation>Tajā ir karte.</translation>
    </message>
    <message>
        <source>The service does not tell the time.</source>
        <translation>Pakalpojums laiku nepaziņo.</translation>
    </message>
    <message>
        <source>It agrees with the service&apos;s.</source>
        <translation>Sakrīt ar pakalpojuma pulksteni.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minūti</numerusform>
            <numerusform>%n minūtes</numerusform>
            <numerusform>%n minūtes</numerusform>
        </translation>
    </message>
    <message>
        <source>None: the service is reached directly.</source>
        <translation>Nav: savienojums ar pakalpojumu ir tiešs.</translation>
    </message>
    <message>
        <source>The service is reached through it.</source>
        <translation>Savienojums ar pakalpojumu notiek caur to.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Darbojas.</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>Atbild.</translation>
    </message>
    <message>
        <source>The service lets this client in.</source>
        <translation>Pakalpojums šo klientu atpazīst un ielaiž.</translation>
    </message>
    <message>
        <source>No service was chosen.</source>
        <translation>Pakalpojums nav izvēlēts.</translation>
    </message>
    <message>
        <source>It reads cards without contact, which Signet does not use.</source>
        <translation>Tas nolasa kartes bezkontakta veidā, ko Signet neizmanto.</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>One of these is needed: %1.</source>
        <translation>Vajadzīgs viens no šiem: %1.</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 un %2 nav savienojami.</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>Opcijai %1 vajadzīga vērtība.</translation>
    </message>
    <message>
        <source>%1: “%2” is not the address of a service.</source>
        <translation>%1: “%2” nav pakalpojuma adrese.</translation>
    </message>
    <message>
        <source>%1 takes a whole number in the range %2.</source>
        <translation>%1 prasa veselu skaitli robežās %2.</translation>
    </message>
    <message>
        <source>--client-id needs %1 beside it.</source>
        <translation>Kopā ar --client-id vajadzīgs %1.</translation>
    </message>
    <message>
        <source>Standard input (-) can be used once only.</source>
        <translation>Standarta ievadi (-) var izmantot tikai vienreiz.</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>“%1” šeit nav gaidīts.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Nav komandas “%1”.</translation>
    </message>
    <message>
        <source>A command is needed.</source>
        <translation>Vajadzīga komanda.</translation>
    </message>
    <message numerus="yes">
        <source>Tries left for the PIN2: %n.</source>
        <translation>
            <numerusform>PIN2 mēģinājumi: atlicis %n.</numerusform>
            <numerusform>PIN2 mēģinājumi: atlikuši %n.</numerusform>
            <numerusform>PIN2 mēģinājumu vairs nav.</numerusform>
        </translation>
    </message>
    <message>
        <source>The option %1 is given twice.</source>
        <translation>Opcija %1 dota divreiz.</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>Opcijai %1 nav vērtības.</translation>
    </message>
    <message>
        <source>One JSON object on each line of standard output.</source>
        <translation>Viens JSON objekts katrā standarta izvades rindā.</translation>
    </message>
    <message>
        <source>A profile that was set up in the window. Its secret comes from the system&apos;s key chain, or is asked for on the terminal.</source>
        <translation>Logā izveidots profils. Tā noslēpums tiek ņemts no sistēmas atslēgu glabātavas vai jautāts terminālī.</translation>
    </message>
    <message>
        <source>The service&apos;s address, instead of a profile: https, or http to this computer.</source>
        <translation>Pakalpojuma adrese profila vietā: https vai http uz šo datoru.</translation>
    </message>
    <message>
        <source>With --api: a file that holds the access token.</source>
        <translation>Ar --api: fails, kurā ir piekļuves marķieris.</translation>
    </message>
    <message>
        <source>With --api: the environment variable that holds the access token.</source>
        <translation>Ar --api: vides mainīgais, kurā ir piekļuves marķieris.</translation>
    </message>
    <message>
        <source>With --api: the client identifier with which tokens are asked for.</source>
        <translation>Ar --api: klienta identifikators, ar kuru prasīt marķierus.</translation>
    </message>
    <message>
        <source>With --client-id: a file that holds the client&apos;s secret.</source>
        <translation>Ar --client-id: fails, kurā ir klienta noslēpums.</translation>
    </message>
    <message>
        <source>With --client-id: the whole address of the token endpoint.</source>
        <translation>Ar --client-id: pilna marķieru galapunkta adrese.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust beside the system&apos;s.</source>
        <translation>Sertifikāti (PEM), kuriem uzticēties līdzās sistēmas sertifikātiem.</translation>
    </message>
    <message>
        <source>A file with one session on each line; - is standard input.</source>
        <translation>Fails ar vienu sesiju katrā rindā; - ir standarta ievade.</translation>
    </message>
    <message>
        <source>Always make a new container, even around one that is there.</source>
        <translation>Vienmēr veidot jaunu konteineru, arī ap esošu.</translation>
    </message>
    <message>
        <source>The reader to use: its name, or a part that fits no other.</source>
        <translation>Lietojamais lasītājs: tā nosaukums vai daļa, kas neatbilst nevienam citam.</translation>
    </message>
    <message>
        <source>A file that holds PIN2; - is standard input. Without it, the terminal is asked.</source>
        <translation>Fails, kurā ir PIN2; - ir standarta ievade. Bez tā PIN2 tiek jautāts terminālī.</translation>
    </message>
    <message>
        <source>Go on although a wrong PIN2 would block it.</source>
        <translation>Turpināt, kaut arī nepareizs PIN2 to bloķētu.</translation>
    </message>
    <message>
        <source>Sessions in one request, 1 to 1000 (20).</source>
        <translation>Sesijas vienā pieprasījumā, 1 līdz 1000 (20).</translation>
    </message>
    <message>
        <source>Seconds for the service&apos;s answer, 1 to 3600 (60).</source>
        <translation>Sekundes pakalpojuma atbildei, 1 līdz 3600 (60).</translation>
    </message>
    <message>
        <source>Seconds for which an unclear end is looked up, 0 to 3600 (30).</source>
        <translation>Sekundes, cik ilgi noskaidrot neskaidru iznākumu, 0 līdz 3600 (30).</translation>
    </message>
    <message>
        <source>Signs sessions or files with the card.</source>
        <translation>Paraksta sesijas vai failus ar karti.</translation>
    </message>
    <message>
        <source>Shows the card readers, and whether their cards can sign.</source>
        <translation>Rāda karšu lasītājus un to, vai ar to kartēm var parakstīt.</translation>
    </message>
    <message>
        <source>Shows both certificates of each card.</source>
        <translation>Rāda abus katras kartes sertifikātus.</translation>
    </message>
    <message>
        <source>Signs sample sessions with a virtual card at a service inside the program.</source>
        <translation>Paraksta paraugsesijas ar virtuālu karti pie programmā iebūvēta pakalpojuma.</translation>
    </message>
    <message>
        <source>Where the signed documents go; otherwise a new temporary folder.</source>
        <translation>Kur likt parakstītos dokumentus; citādi jaunā pagaidu mapē.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demonstrācija</translation>
    </message>
    <message>
        <source>The signed documents are in %1</source>
        <translation>Parakstītie dokumenti ir mapē %1</translation>
    </message>
    <message>
        <source>The demonstration is not part of this build.</source>
        <translation>Demonstrācija nav iekļauta šajā būvējumā.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>standarta ievade</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>tā ir mape</translation>
    </message>
    <message>
        <source>it is too large for a secret</source>
        <translation>tas ir pārāk liels noslēpumam</translation>
    </message>
    <message>
        <source>it is too large for a list of sessions</source>
        <translation>tas ir pārāk liels sesiju sarakstam</translation>
    </message>
    <message>
        <source>Secret of the profile “%1”: </source>
        <translation>Profila “%1” noslēpums: </translation>
    </message>
    <message>
        <source>No secret is kept for the profile “%1”, and there is no terminal to ask for it.</source>
        <translation>Profilam “%1” noslēpums nav saglabāts, un nav termināļa, kur to jautāt.</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>atlikušas apmēram %1 s</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set, or empty.</source>
        <translation>Vides mainīgais %1 nav iestatīts vai ir tukšs.</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Nav profila “%1”.</translation>
    </message>
    <message>
        <source>The list of sessions is empty.</source>
        <translation>Sesiju saraksts ir tukšs.</translation>
    </message>
    <message>
        <source>Stopping. What has been sent is waited for; press Ctrl-C again to stop waiting.</source>
        <translation>Apstājas. Nosūtītais tiek gaidīts; nospiediet Ctrl-C vēlreiz, lai vairs negaidītu.</translation>
    </message>
    <message>
        <source>See: signet-cli --help</source>
        <translation>Skatiet: signet-cli --help</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>tā ir slēgta</translation>
    </message>
    <message>
        <source>Nothing can be saved in the folder “%1”: %2.</source>
        <translation>Mapē “%1” neko nevar saglabāt: %2.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the PIN2. Give --pin-file.</source>
        <translation>Nav termināļa, kur jautāt PIN2. Norādiet --pin-file.</translation>
    </message>
    <message>
        <source>Results could not be written to standard output: %1.</source>
        <translation>Rezultātus nevarēja ierakstīt standarta izvadē: %1.</translation>
    </message>
    <message>
        <source>Without --profile, %1 is needed.</source>
        <translation>Bez --profile ir vajadzīgs %1.</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>Ir vajadzīgs %1.</translation>
    </message>
    <message>
        <source>Send the authentication certificate as PEM text instead of base64 DER.</source>
        <translation>Sūtīt autentifikācijas sertifikātu kā PEM tekstu, nevis base64 DER.</translation>
    </message>
    <message>
        <source>A session. May be given many times.</source>
        <translation>Sesija. Var norādīt vairākkārt.</translation>
    </message>
    <message>
        <source>A file, in a session of its own. May be given many times.</source>
        <translation>Fails savā sesijā. Var norādīt vairākkārt.</translation>
    </message>
    <message>
        <source>Save the documents that come of it here, under free names. Without it, those of --file are saved beside the original.</source>
        <translation>Saglabāt iegūtos dokumentus šeit ar brīviem nosaukumiem. Bez šīs opcijas --file rezultātus saglabā blakus oriģinālam.</translation>
    </message>
    <message>
        <source>Sign inside the PDF instead of in a container. A session that is not exactly one PDF is refused.</source>
        <translation>Parakstīt PDF failā, nevis konteinerā. Sesiju, kurā nav tieši viens PDF, noraida.</translation>
    </message>
    <message>
        <source>Like --pdf for sessions with exactly one PDF; the others get a container.</source>
        <translation>Kā --pdf sesijām ar tieši vienu PDF; pārējās iegūst konteineru.</translation>
    </message>
    <message>
        <source>The e-seal: a PFX (PKCS#12) file. Without it, the profile&apos;s.</source>
        <translation>E-zīmogs: PFX (PKCS#12) fails. Bez šīs opcijas – no profila.</translation>
    </message>
    <message>
        <source>A file that holds the password of the e-seal; - is standard input. Without it, the terminal is asked.</source>
        <translation>Fails ar e-zīmoga paroli; - ir standarta ievade. Bez šīs opcijas jautā terminālī.</translation>
    </message>
    <message>
        <source>The authentication certificate that belongs to the e-seal, for the time stamp: PEM, DER, or a PFX with the same password, of which only the certificate is sent. Without it, the profile&apos;s.</source>
        <translation>E-zīmoga autentifikācijas sertifikāts laika zīmogam: PEM, DER vai PFX ar to pašu paroli, no kura sūta tikai sertifikātu. Bez šīs opcijas – no profila.</translation>
    </message>
    <message>
        <source>The service&apos;s public key that protects the password on its way. Without it, the profile&apos;s, or the one that the service names.</source>
        <translation>Servisa publiskā atslēga, kas ceļā sargā paroli. Bez šīs opcijas – no profila vai tā, ko nosauc serviss.</translation>
    </message>
    <message>
        <source>Encrypt the password with OAEP (SHA-1) instead of PKCS#1 v1.5.</source>
        <translation>Šifrēt paroli ar OAEP (SHA-1), nevis PKCS#1 v1.5.</translation>
    </message>
    <message>
        <source>The authentication certificate for the time stamp: PEM, DER, or a PFX, of which only the certificate is sent. Without it, the profile&apos;s, or the card&apos;s; no PIN is needed.</source>
        <translation>Autentifikācijas sertifikāts laika zīmogam: PEM, DER vai PFX, no kura sūta tikai sertifikātu. Bez šīs opcijas – no profila vai no kartes; PIN nav vajadzīgs.</translation>
    </message>
    <message>
        <source>With a PFX: a file that holds its password; - is standard input.</source>
        <translation>Ar PFX: fails ar tā paroli; - ir standarta ievade.</translation>
    </message>
    <message>
        <source>Where the documents are saved, under free names.</source>
        <translation>Kur saglabāt dokumentus ar brīviem nosaukumiem.</translation>
    </message>
    <message>
        <source>Seals sessions or files with the organisation&apos;s e-seal.</source>
        <translation>Apzīmogo sesijas vai failus ar organizācijas e-zīmogu.</translation>
    </message>
    <message>
        <source>Adds archive time stamps to what is signed already.</source>
        <translation>Pievieno arhīva laika zīmogus jau parakstītajam.</translation>
    </message>
    <message>
        <source>Saves the documents of sessions.</source>
        <translation>Saglabā sesiju dokumentus.</translation>
    </message>
    <message>
        <source>Password of the e-seal: </source>
        <translation>E-zīmoga parole: </translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password of the e-seal. Give --pfx-password-file.</source>
        <translation>Nav termināļa, kur jautāt e-zīmoga paroli. Norādiet --pfx-password-file.</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>pabeigts %1 no %2</translation>
    </message>
    <message>
        <source>%1 signed</source>
        <translation>parakstīts: %1</translation>
    </message>
    <message>
        <source>The profile “%1” has no e-seal. Give --pfx and --auth-certificate.</source>
        <translation>Profilā “%1” nav e-zīmoga. Norādiet --pfx un --auth-certificate.</translation>
    </message>
    <message>
        <source>The service&apos;s key for the password of the e-seal is new here: %1</source>
        <translation>Servisa atslēga e-zīmoga parolei šeit ir jauna: %1</translation>
    </message>
    <message>
        <source>Ready to sign.</source>
        <translation>Var parakstīt.</translation>
    </message>
    <message>
        <source>for signing</source>
        <translation>parakstīšanai</translation>
    </message>
    <message>
        <source>for authentication</source>
        <translation>autentifikācijai</translation>
    </message>
    <message>
        <source>no usable card or reader</source>
        <translation>nav izmantojamas kartes vai lasītāja</translation>
    </message>
    <message>
        <source>no session could be prepared for lack of authorisation or connection</source>
        <translation>nevienu sesiju nevarēja sagatavot, jo nav tiesību vai savienojuma</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Izejas kodi:</translation>
    </message>
    <message>
        <source>Signs, seals and archives documents through SignAPI.</source>
        <translation>Paraksta, apzīmogo un arhivē dokumentus ar SignAPI.</translation>
    </message>
    <message>
        <source>Explains a command and its options.</source>
        <translation>Paskaidro komandu un tās opcijas.</translation>
    </message>
    <message>
        <source>Says which version this is.</source>
        <translation>Pasaka versiju.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) signs all of these sessions: %n.</source>
        <translation>
            <numerusform>%1 (%2) paraksta visas šīs sesijas: %n.</numerusform>
            <numerusform>%1 (%2) paraksta visas šīs sesijas: %n.</numerusform>
            <numerusform>%1 (%2) paraksta visas šīs sesijas: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>PIN2: </source>
        <translation>PIN2: </translation>
    </message>
    <message>
        <source>finalized</source>
        <translation>pabeigts</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>neapstiprināts</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gatavs</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>atcelts</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>neizdevās</translation>
    </message>
    <message>
        <source>Picked: %1. %2. Seconds: %3.</source>
        <translation>Izvēlēts: %1. %2. Sekundes: %3.</translation>
    </message>
    <message>
        <source>Finalized, but not saved here: %1.</source>
        <translation>Pabeigti, bet šeit nav saglabāti: %1.</translation>
    </message>
    <message>
        <source>the command line is wrong, or a file that it names; nothing was done</source>
        <translation>komandrinda vai tajā norādīts fails ir kļūdains; nekas netika darīts</translation>
    </message>
    <message>
        <source>“signet-cli %1” has no option “%2”.</source>
        <translation>Komandai “signet-cli %1” nav opcijas “%2”.</translation>
    </message>
    <message>
        <source>A signed file, in a session that is closed again afterwards. May be given many times.</source>
        <translation>Parakstīts fails sesijā, ko pēc tam atkal slēdz. Var norādīt vairākkārt.</translation>
    </message>
    <message>
        <source>Has the service check the signatures in sessions or files.</source>
        <translation>Liek pakalpojumam pārbaudīt parakstus sesijās vai failos.</translation>
    </message>
    <message numerus="yes">
        <source>the same goes for %n more sessions: see their results</source>
        <translation>
            <numerusform>tas pats attiecas vēl uz %n sesiju: skatiet tās rezultātu</numerusform>
            <numerusform>tas pats attiecas vēl uz %n sesijām: skatiet to rezultātus</numerusform>
            <numerusform>tas pats attiecas vēl uz %n sesijām: skatiet to rezultātus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what will be done to %n sessions is not known before</source>
        <translation>
            <numerusform>kas notiks ar %n sesiju, iepriekš nav zināms</numerusform>
            <numerusform>kas notiks ar %n sesijām, iepriekš nav zināms</numerusform>
            <numerusform>kas notiks ar %n sesijām, iepriekš nav zināms</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin anew with sessions that an earlier run left unfinished: it may have been carried out, and this would be a second one.</source>
        <translation>Sākt no jauna ar sesijām, ko agrāka izpilde atstāja nepabeigtas: tā, iespējams, ir izdarīta, un šī būtu otrā.</translation>
    </message>
    <message>
        <source>Only show what is unfinished.</source>
        <translation>Tikai parādīt, kas ir nepabeigts.</translation>
    </message>
    <message>
        <source>Send again what stays unconfirmed after it was looked up: the same signature, but perhaps for the second time. A seal is not sent again.</source>
        <translation>Sūtīt vēlreiz to, kas arī pēc noskaidrošanas paliek neapstiprināts: to pašu parakstu, bet, iespējams, otrreiz. Zīmogu vēlreiz nesūta.</translation>
    </message>
    <message>
        <source>Goes on with what earlier runs left unfinished: signatures that were not sent, requests whose outcome is not known. Without a service, each is reached as it was before.</source>
        <translation>Turpina to, ko agrākas izpildes atstāja nepabeigtu: nenosūtītus parakstus, pieprasījumus bez zināma iznākuma. Ja pakalpojums nav norādīts, katru sasniedz tāpat kā iepriekš.</translation>
    </message>
    <message>
        <source>How %1 is reached is not known any more: give --profile, or --api and what belongs to it.</source>
        <translation>Vairs nav zināms, kā sasniegt %1: norādiet --profile vai --api un tam vajadzīgo.</translation>
    </message>
    <message>
        <source>The profile “%1” is not that of %2 any more: give --api and what belongs to it.</source>
        <translation>Profils “%1” vairs nav %2 profils: norādiet --api un tam vajadzīgo.</translation>
    </message>
    <message>
        <source>signed, not sent</source>
        <translation>parakstīts, nav nosūtīts</translation>
    </message>
    <message>
        <source>sent, outcome not known</source>
        <translation>nosūtīts, iznākums nav zināms</translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>Apzīmogošana</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Arhivēšana</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Parakstīšana</translation>
    </message>
    <message>
        <source>%1, begun %2, at %3</source>
        <translation>%1, sākta %2, %3</translation>
    </message>
    <message>
        <source>Nothing is left to go on with.</source>
        <translation>Nav nekā, ko turpināt.</translation>
    </message>
    <message>
        <source>The journal of earlier runs could not be read. It is kept as %1, and a new one has been begun.</source>
        <translation>Agrāko izpilžu žurnālu nevarēja nolasīt. Tas ir saglabāts kā %1, un ir sākts jauns.</translation>
    </message>
    <message>
        <source>To look again what became of the unconfirmed ones: signet-cli resume. To send them again after that: signet-cli resume --resend.</source>
        <translation>Lai vēlreiz noskaidrotu, kas noticis ar neapstiprinātajām: signet-cli resume. Lai pēc tam tās nosūtītu vēlreiz: signet-cli resume --resend.</translation>
    </message>
    <message>
        <source>Looks at everything that signing needs (smart card service, readers, cards, certificates; and a service, if it is named: address, token, clock, proxy), and says what is wrong and what to do.</source>
        <translation>Pārbauda visu, kas vajadzīgs parakstīšanai (viedkaršu pakalpojumu, lasītājus, kartes, sertifikātus; ja nosaukts pakalpojums, arī tā adresi, pilnvaru, pulksteni un starpniekserveri), un pasaka, kas nav kārtībā un ko darīt.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>labi</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>brīdinājums</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>kļūme</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nav pārbaudīts</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Viss ir kārtībā.</translation>
    </message>
    <message>
        <source>Troubles: %1. Warnings: %2.</source>
        <translation>Kļūmes: %1. Brīdinājumi: %2.</translation>
    </message>
    <message>
        <source>PIN2 can be typed on this reader (--pin-pad).</source>
        <translation>PIN2 var ievadīt ar šī lasītāja tastatūru (--pin-pad).</translation>
    </message>
    <message>
        <source>PIN2 is typed on the reader&apos;s PIN pad: for each signature, if the card wants that.</source>
        <translation>PIN2 ievada ar lasītāja PIN tastatūru: katram parakstam, ja karte to prasa.</translation>
    </message>
    <message>
        <source>interrupted, or cancelled on the reader&apos;s PIN pad</source>
        <translation>pārtraukts vai atcelts ar lasītāja PIN tastatūru</translation>
    </message>
    <message>
        <source>Enter PIN2 on the reader: signature %1 of %2.</source>
        <translation>Ievadiet PIN2 lasītājā: %1. paraksts no %2.</translation>
    </message>
    <message>
        <source>Ask for PIN2 before every signature, on the terminal or with --pin-pad. A profile can want this, too; --pin-file is then refused.</source>
        <translation>Prasīt PIN2 pirms katra paraksta: terminālī vai ar --pin-pad. To var prasīt arī profils; tad --pin-file tiek noraidīts.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Ievērojiet: %1</translation>
    </message>
    <message>
        <source>The profile wants PIN2 to be asked for before every signature: --pin-file cannot do that. Leave it out, or give --pin-pad.</source>
        <translation>Profils prasa PIN2 jautāt pirms katra paraksta: ar --pin-file tas nav iespējams. Izlaidiet to vai norādiet --pin-pad.</translation>
    </message>
    <message>
        <source>%1 (%2) signs %3: signature %4 of %5.</source>
        <translation>%1 (%2) paraksta %3: %4. paraksts no %5.</translation>
    </message>
    <message>
        <source>The card in %1, which is used unless this one is named.</source>
        <translation>Tā pati karte, kas lasītājā %1; ja šis nav nosaukts, izmanto to.</translation>
    </message>
    <message>
        <source>The PKCS#11 module “%1” is not there.</source>
        <translation>PKCS#11 moduļa “%1” nav.</translation>
    </message>
    <message>
        <source>A PKCS#11 module, such as the card&apos;s own software, whose cards are used beside those of the readers: the absolute path of its file. It runs in a process of its own. May be given many times. Without it, those of the settings.</source>
        <translation>PKCS#11 modulis, piemēram, kartes pašas programmatūra, kura kartes izmanto līdzās lasītāju kartēm: tā faila absolūtais ceļš. Tas darbojas savā procesā. Var norādīt daudzas reizes. Ja nav norādīts, izmanto iestatījumos nosauktos.</translation>
    </message>
    <message>
        <source>%1: “%2” is not an absolute path.</source>
        <translation>%1: “%2” nav absolūts ceļš.</translation>
    </message>
    <message>
        <source>“pin” needs to know what: status, change or unblock.</source>
        <translation>Komandai „pin” jānorāda, ko darīt: status, change vai unblock.</translation>
    </message>
    <message>
        <source>Which: 1, the PIN for logging in, or 2, the PIN for signing.</source>
        <translation>Kurš: 1, pieslēgšanās PIN, vai 2, parakstīšanas PIN.</translation>
    </message>
    <message>
        <source>A file that holds the new PIN; - is standard input. Without it, the terminal is asked, twice.</source>
        <translation>Fails, kurā ir jaunais PIN; - ir standarta ievade. Bez tā PIN tiek jautāts terminālī divreiz.</translation>
    </message>
    <message>
        <source>A file that holds the present PIN; - is standard input. Without it, the terminal is asked.</source>
        <translation>Fails, kurā ir pašreizējais PIN; - ir standarta ievade. Bez tā PIN tiek jautāts terminālī.</translation>
    </message>
    <message>
        <source>All is typed on the reader&apos;s PIN pad: the present PIN, then the new one twice.</source>
        <translation>Visu ievada ar lasītāja PIN tastatūru: pašreizējo PIN, tad divreiz jauno.</translation>
    </message>
    <message>
        <source>Go on although a wrong PIN would block it.</source>
        <translation>Turpināt, kaut arī nepareizs PIN to bloķētu.</translation>
    </message>
    <message>
        <source>A file that holds the PUK; - is standard input. Without it, the terminal is asked.</source>
        <translation>Fails, kurā ir PUK; - ir standarta ievade. Bez tā PUK tiek jautāts terminālī.</translation>
    </message>
    <message>
        <source>All is typed on the reader&apos;s PIN pad: the PUK, then the new PIN twice.</source>
        <translation>Visu ievada ar lasītāja PIN tastatūru: PUK, tad divreiz jauno PIN.</translation>
    </message>
    <message>
        <source>Go on although a wrong PUK would block it for good.</source>
        <translation>Turpināt, kaut arī nepareizs PUK to bloķētu pavisam.</translation>
    </message>
    <message>
        <source>Shows the PINs of each card: the tries left of PIN1, PIN2 and the PUK. No PIN is needed.</source>
        <translation>Parāda katras kartes PIN kodus: atlikušos PIN1, PIN2 un PUK mēģinājumus. PIN nav vajadzīgs.</translation>
    </message>
    <message>
        <source>Changes PIN1 or PIN2.</source>
        <translation>Nomaina PIN1 vai PIN2.</translation>
    </message>
    <message>
        <source>Unblocks PIN1 or PIN2 with the PUK, and gives it a new value.</source>
        <translation>Atbloķē PIN1 vai PIN2 ar PUK un piešķir tam jaunu vērtību.</translation>
    </message>
    <message>
        <source>all sessions are finalized, and saved where that was asked for; or downloaded; or valid; the PIN is changed</source>
        <translation>visas sesijas ir pabeigtas un, kur prasīts, saglabātas; vai lejupielādētas; vai derīgas; PIN ir nomainīts</translation>
    </message>
    <message>
        <source>some are not, or results could not be written; it is not known whether the PIN was changed</source>
        <translation>dažas nav, vai rezultātus nevarēja ierakstīt; nav zināms, vai PIN tika nomainīts</translation>
    </message>
    <message>
        <source>a PIN or the PUK wrong, blocked, not typed on the PIN pad in time, or on its last try without --allow-last-pin-try (--allow-last-puk-try); a new PIN that will not do; the e-seal&apos;s password wrong</source>
        <translation>PIN vai PUK ir nepareizs, bloķēts, nav laikus ievadīts ar PIN tastatūru vai tam atlicis pēdējais mēģinājums bez --allow-last-pin-try (--allow-last-puk-try); jaunais PIN neder; e-zīmoga parole ir nepareiza</translation>
    </message>
    <message>
        <source>Waiting for the card&apos;s answer; a PIN pad ends with its own cancel key.</source>
        <translation>Tiek gaidīta kartes atbilde; ievadi PIN tastatūrā pārtrauc tās pašas atcelšanas taustiņš.</translation>
    </message>
    <message>
        <source>PIN1, for logging in</source>
        <translation>PIN1, lai pieslēgtos</translation>
    </message>
    <message>
        <source>PIN2, for signing</source>
        <translation>PIN2, lai parakstītu</translation>
    </message>
    <message>
        <source>PUK, for unblocking</source>
        <translation>PUK, lai atbloķētu</translation>
    </message>
    <message>
        <source>the card does not say how many tries are left</source>
        <translation>karte neatklāj, cik mēģinājumu atlicis</translation>
    </message>
    <message numerus="yes">
        <source>tries left: %n</source>
        <translation>
            <numerusform>atlicis %n mēģinājums</numerusform>
            <numerusform>atlikuši %n mēģinājumi</numerusform>
            <numerusform>nav atlicis neviens mēģinājums</numerusform>
        </translation>
    </message>
    <message>
        <source>blocked; only the office that issued the card can help</source>
        <translation>bloķēts; var palīdzēt tikai iestāde, kas karti izsniedza</translation>
    </message>
    <message>
        <source>blocked; see signet-cli help pin unblock</source>
        <translation>bloķēts; skatiet signet-cli help pin unblock</translation>
    </message>
    <message>
        <source>%1 is unblocked; the new one holds.</source>
        <translation>%1 ir atbloķēts; turpmāk der jaunais.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 ir nomainīts.</translation>
    </message>
    <message>
        <source>Enter the PUK on the reader.</source>
        <translation>Ievadiet PUK lasītājā.</translation>
    </message>
    <message>
        <source>Enter the new %1 on the reader, twice.</source>
        <translation>Divreiz ievadiet jauno %1 lasītājā.</translation>
    </message>
    <message>
        <source>Enter the present %1 on the reader, then the new one twice.</source>
        <translation>Ievadiet lasītājā pašreizējo %1, tad divreiz jauno.</translation>
    </message>
    <message>
        <source>Warning: the new PIN is easily guessed.</source>
        <translation>Brīdinājums: jauno PIN ir viegli uzminēt.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the PINs. Give %1 and %2.</source>
        <translation>Nav termināļa, kur jautāt PIN kodus. Norādiet %1 un %2.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3 digits): </source>
        <translation>%1 (%2 līdz %3 cipari): </translation>
    </message>
    <message>
        <source>Present %1: </source>
        <translation>Pašreizējais %1: </translation>
    </message>
    <message>
        <source>New %1 (%2 to %3 digits): </source>
        <translation>Jaunais %1 (%2 līdz %3 cipari): </translation>
    </message>
    <message>
        <source>New %1 again: </source>
        <translation>Jaunais %1 vēlreiz: </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Signs documents with an eID card through SignAPI.</source>
        <translation>Paraksta dokumentus ar eID karti, izmantojot SignAPI.</translation>
    </message>
    <message>
        <source>Try it out with a built-in service and card.</source>
        <translation>Izmēģināt ar iebūvētu pakalpojumu un karti.</translation>
    </message>
    <message>
        <source>Use the profile of this name.</source>
        <translation>Lietot profilu ar šādu nosaukumu.</translation>
    </message>
    <message>
        <source>Files, folders and session identifiers to begin with.</source>
        <translation>Faili, mapes un sesiju identifikatori, ar kuriem sākt.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo</source>
        <translation>Demonstrācija</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Something went wrong inside Signet.</source>
        <translation>Signet iekšienē radās kļūda.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, copy the details and send them to support.</source>
        <translation>Mēģiniet vēlreiz. Ja tas atkārtojas, nokopējiet informāciju un nosūtiet to atbalsta dienestam.</translation>
    </message>
    <message>
        <source>Stopped before anything was changed.</source>
        <translation>Apturēts, pirms kas tika mainīts.</translation>
    </message>
    <message>
        <source>Start again when you are ready.</source>
        <translation>Sāciet no jauna, kad esat gatavs.</translation>
    </message>
    <message>
        <source>“%1” is not a session identifier.</source>
        <translation>“%1” nav sesijas identifikators.</translation>
    </message>
    <message>
        <source>An identifier has 1 to 64 letters, digits, hyphens or underscores. Copy it again from where it came.</source>
        <translation>Identifikatorā ir 1 līdz 64 burti, cipari, defises vai pasvītras. Nokopējiet to vēlreiz no tā avota.</translation>
    </message>
    <message>
        <source>Check that the file still exists and that you may read it.</source>
        <translation>Pārbaudiet, vai fails joprojām pastāv un vai jums ir tiesības to lasīt.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>Fails %1 ir tukšs.</translation>
    </message>
    <message>
        <source>Choose a file that has content.</source>
        <translation>Izvēlieties failu, kurā ir saturs.</translation>
    </message>
    <message>
        <source>The file %1 has %2; the service accepts at most %3.</source>
        <translation>Faila %1 lielums ir %2; pakalpojums pieņem ne vairāk kā %3.</translation>
    </message>
    <message>
        <source>Make the file smaller, or sign its parts one by one.</source>
        <translation>Samaziniet failu vai parakstiet tā daļas atsevišķi.</translation>
    </message>
    <message>
        <source>It is signed and safe at the service. Make room or choose another folder, and save it again.</source>
        <translation>Tas ir parakstīts un drošībā pie pakalpojuma. Atbrīvojiet vietu vai izvēlieties citu mapi un saglabājiet vēlreiz.</translation>
    </message>
    <message>
        <source>Open the profile and fill in what is missing.</source>
        <translation>Atveriet profilu un aizpildiet trūkstošo.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a service.</source>
        <translation>“%1” nav pakalpojuma adrese.</translation>
    </message>
    <message>
        <source>An address looks like https://signapi.eparaksts.lv.</source>
        <translation>Adrese izskatās šādi: https://signapi.eparaksts.lv.</translation>
    </message>
    <message>
        <source>The address %1 is not encrypted.</source>
        <translation>Adrese %1 nav šifrēta.</translation>
    </message>
    <message>
        <source>Use an address that begins with https. Plain http is only allowed to this computer itself.</source>
        <translation>Lietojiet adresi, kas sākas ar https. Nešifrēts http ir atļauts tikai uz šo pašu datoru.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate that could be used to trust the service.</source>
        <translation>Failā %1 nav sertifikāta, ko varētu izmantot, lai uzticētos pakalpojumam.</translation>
    </message>
    <message>
        <source>Choose a file with one or more certificates in PEM form.</source>
        <translation>Izvēlieties failu ar vienu vai vairākiem sertifikātiem PEM formātā.</translation>
    </message>
    <message>
        <source>The system&apos;s key chain did not keep or give the secret.</source>
        <translation>Sistēmas atslēgu glabātava noslēpumu nesaglabāja vai neizdeva.</translation>
    </message>
    <message>
        <source>Signet will ask for the secret once after each start.</source>
        <translation>Signet jautās noslēpumu vienreiz pēc katras palaišanas.</translation>
    </message>
    <message>
        <source>The smart card service is not installed.</source>
        <translation>Viedkaršu pakalpojums nav uzstādīts.</translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: the package pcscd), then try again.</source>
        <translation>Uzstādiet to (Debian un Ubuntu: pakotne pcscd) un mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>The smart card service is not running, or was interrupted.</source>
        <translation>Viedkaršu pakalpojums nedarbojas vai tika pārtraukts.</translation>
    </message>
    <message>
        <source>You are not allowed to use the smart card service.</source>
        <translation>Jums nav tiesību izmantot viedkaršu pakalpojumu.</translation>
    </message>
    <message>
        <source>Log in at the computer itself, or ask your administrator for the right to use pcscd (polkit).</source>
        <translation>Piesakieties pie paša datora vai lūdziet administratoram tiesības izmantot pcscd (polkit).</translation>
    </message>
    <message>
        <source>The smart card service reports an error (%1).</source>
        <translation>Viedkaršu pakalpojums ziņo par kļūdu (%1).</translation>
    </message>
    <message>
        <source>Unplug the reader and plug it in again. If that does not help, restart the smart card service.</source>
        <translation>Atvienojiet lasītāju un pievienojiet to no jauna. Ja tas nepalīdz, pārstartējiet viedkaršu pakalpojumu.</translation>
    </message>
    <message>
        <source>There is no card reader.</source>
        <translation>Nav karšu lasītāja.</translation>
    </message>
    <message>
        <source>Plug in a card reader and insert your eID card.</source>
        <translation>Pievienojiet karšu lasītāju un ievietojiet savu eID karti.</translation>
    </message>
    <message>
        <source>There is no card reader called “%1”.</source>
        <translation>Nav karšu lasītāja ar nosaukumu “%1”.</translation>
    </message>
    <message>
        <source>Check its name in the list of readers.</source>
        <translation>Pārbaudiet tā nosaukumu lasītāju sarakstā.</translation>
    </message>
    <message>
        <source>Give more of the reader&apos;s name.</source>
        <translation>Norādiet vairāk no lasītāja nosaukuma.</translation>
    </message>
    <message>
        <source>There is no card in the reader %1.</source>
        <translation>Lasītājā %1 nav kartes.</translation>
    </message>
    <message>
        <source>Insert your eID card, chip first.</source>
        <translation>Ievietojiet savu eID karti ar čipu pa priekšu.</translation>
    </message>
    <message>
        <source>No reader holds an eID card that can sign.</source>
        <translation>Nevienā lasītājā nav eID kartes, ar ko var parakstīt.</translation>
    </message>
    <message>
        <source>Choose the one to sign with, or take the others out.</source>
        <translation>Izvēlieties, ar kuru parakstīt, vai izņemiet pārējās.</translation>
    </message>
    <message>
        <source>The card in the reader %1 is not an eID card that Signet knows.</source>
        <translation>Karte lasītājā %1 nav eID karte, ko Signet pazīst.</translation>
    </message>
    <message>
        <source>Another program is using the card.</source>
        <translation>Karti izmanto cita programma.</translation>
    </message>
    <message>
        <source>Close other signing programs and browser windows that use the card, then try again.</source>
        <translation>Aizveriet citas parakstīšanas programmas un pārlūka logus, kas izmanto karti, un mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>The card was taken out of the reader.</source>
        <translation>Karte tika izņemta no lasītāja.</translation>
    </message>
    <message>
        <source>Another program reset the card.</source>
        <translation>Cita programma atiestatīja karti.</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>Karte neatbild.</translation>
    </message>
    <message>
        <source>Take the card out, wipe its contacts, and insert it again.</source>
        <translation>Izņemiet karti, noslaukiet tās kontaktus un ievietojiet no jauna.</translation>
    </message>
    <message>
        <source>The card refused a command (status %1).</source>
        <translation>Karte noraidīja komandu (statuss %1).</translation>
    </message>
    <message>
        <source>Take the card out, insert it again, and try once more.</source>
        <translation>Izņemiet karti, ievietojiet no jauna un mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>The card holds data that cannot be read.</source>
        <translation>Kartē ir dati, ko nevar nolasīt.</translation>
    </message>
    <message>
        <source>Take the card out and insert it again. If it stays so, have the card checked where it was issued.</source>
        <translation>Izņemiet karti un ievietojiet no jauna. Ja nekas nemainās, lūdziet karti pārbaudīt tās izsniegšanas vietā.</translation>
    </message>
    <message>
        <source>The card in the reader is not the one that was chosen.</source>
        <translation>Karte lasītājā nav tā, kas tika izvēlēta.</translation>
    </message>
    <message>
        <source>Insert the card that you began with, or start again with this one.</source>
        <translation>Ievietojiet karti, ar kuru sākāt, vai sāciet no jauna ar šo.</translation>
    </message>
    <message>
        <source>The card has no certificate for signing.</source>
        <translation>Kartē nav parakstīšanas sertifikāta.</translation>
    </message>
    <message>
        <source>Ask where the card was issued to have a signing certificate put on it.</source>
        <translation>Lūdziet kartes izsniegšanas vietā ierakstīt tajā parakstīšanas sertifikātu.</translation>
    </message>
    <message>
        <source>The card has no certificate for authentication, which the time stamp needs.</source>
        <translation>Kartē nav autentifikācijas sertifikāta, kas vajadzīgs laika zīmogam.</translation>
    </message>
    <message>
        <source>Name a certificate for time stamps in the profile, or use another card.</source>
        <translation>Norādiet profilā laika zīmogu sertifikātu vai izmantojiet citu karti.</translation>
    </message>
    <message>
        <source>A certificate cannot be read.</source>
        <translation>Sertifikātu nevar nolasīt.</translation>
    </message>
    <message>
        <source>If it is on a card, take the card out and insert it again; if it is a file, choose another one.</source>
        <translation>Ja tas ir kartē, izņemiet karti un ievietojiet no jauna; ja tas ir fails, izvēlieties citu.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not meant for %2.</source>
        <translation>%1 sertifikāts nav paredzēts %2.</translation>
    </message>
    <message>
        <source>A card has two certificates, one for signing and one for authentication. Use the other one.</source>
        <translation>Kartē ir divi sertifikāti: viens parakstīšanai un viens autentifikācijai. Izmantojiet otru.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2.</source>
        <translation>%1 sertifikāta derīgums beidzās %2.</translation>
    </message>
    <message>
        <source>Have the certificates renewed, or use another card.</source>
        <translation>Atjaunojiet sertifikātus vai izmantojiet citu karti.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2.</source>
        <translation>%1 sertifikāts nav derīgs pirms %2.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer.</source>
        <translation>Pārbaudiet šī datora datumu un laiku.</translation>
    </message>
    <message>
        <source>The card&apos;s signature does not fit its certificate. It was not sent.</source>
        <translation>Kartes paraksts neatbilst tās sertifikātam. Tas netika nosūtīts.</translation>
    </message>
    <message>
        <source>Take the card out, insert it again, and sign this session once more.</source>
        <translation>Izņemiet karti, ievietojiet no jauna un parakstiet šo sesiju vēlreiz.</translation>
    </message>
    <message>
        <source>The PIN2 is wrong.</source>
        <translation>PIN2 ir nepareizs.</translation>
    </message>
    <message>
        <source>Enter the PIN2 again with care. It is the PIN for signing, not the one for logging in.</source>
        <translation>Uzmanīgi ievadiet PIN2 vēlreiz. Tas ir parakstīšanas PIN, nevis pieslēgšanās PIN.</translation>
    </message>
    <message numerus="yes">
        <source>The PIN2 is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>PIN2 ir nepareizs. Atlicis %n mēģinājums.</numerusform>
            <numerusform>PIN2 ir nepareizs. Atlikuši %n mēģinājumi.</numerusform>
            <numerusform>PIN2 ir nepareizs. Mēģinājumu vairs nav.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PIN2 is blocked.</source>
        <translation>PIN2 ir bloķēts.</translation>
    </message>
    <message>
        <source>Only one try is left for the PIN2. A wrong one blocks it.</source>
        <translation>PIN2 ievadei atlicis tikai viens mēģinājums. Nepareizs PIN2 to bloķēs.</translation>
    </message>
    <message>
        <source>Go on only if you are sure of the PIN2; otherwise unblock it with the PUK first.</source>
        <translation>Turpiniet tikai tad, ja esat drošs par PIN2; citādi vispirms atjaunojiet to ar PUK.</translation>
    </message>
    <message>
        <source>A PIN2 has %1 to %2 digits.</source>
        <translation>PIN2 ir %1 līdz %2 cipari.</translation>
    </message>
    <message>
        <source>Enter the PIN2 again. No try was used.</source>
        <translation>Ievadiet PIN2 vēlreiz. Mēģinājums netika izmantots.</translation>
    </message>
    <message>
        <source>The card asks for the PIN2 again.</source>
        <translation>Karte vēlreiz prasa PIN2.</translation>
    </message>
    <message>
        <source>Enter the PIN2 again.</source>
        <translation>Ievadiet PIN2 vēlreiz.</translation>
    </message>
    <message>
        <source>The reader %1 has no PIN pad that Signet can use.</source>
        <translation>Lasītājam %1 nav PIN tastatūras, ko Signet varētu izmantot.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>%1 nav sasniedzams.</translation>
    </message>
    <message>
        <source>Check the network connection and the address in the profile.</source>
        <translation>Pārbaudiet tīkla savienojumu un adresi profilā.</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 cannot be trusted.</source>
        <translation>Šifrētajam savienojumam ar %1 nevar uzticēties.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer. Behind a company proxy, the profile may need its CA certificate.</source>
        <translation>Pārbaudiet šī datora datumu un laiku. Aiz uzņēmuma starpniekservera profilam var būt vajadzīgs tā CA sertifikāts.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 laikus neatbildēja.</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Mēģiniet vēlreiz pēc brīža.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Savienojums ar %1 pārtrūka.</translation>
    </message>
    <message>
        <source>Check the network connection, and try again.</source>
        <translation>Pārbaudiet tīkla savienojumu un mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>Something between here and the service answered in its place, such as a proxy (status %1).</source>
        <translation>Pakalpojuma vietā atbildēja kas cits ceļā uz to, piemēram, starpniekserveris (statuss %1).</translation>
    </message>
    <message>
        <source>Check the address in the profile and the proxy settings, or ask who runs the network.</source>
        <translation>Pārbaudiet adresi profilā un starpniekservera iestatījumus vai jautājiet tīkla uzturētājam.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password.</source>
        <translation>Starpniekserveris prasa lietotājvārdu un paroli.</translation>
    </message>
    <message>
        <source>Enter them in the proxy settings of the system.</source>
        <translation>Ievadiet tos sistēmas starpniekservera iestatījumos.</translation>
    </message>
    <message>
        <source>%1 wanted to send the request elsewhere; that was refused.</source>
        <translation>%1 gribēja pāradresēt pieprasījumu; tas tika noraidīts.</translation>
    </message>
    <message>
        <source>Check the address in the profile.</source>
        <translation>Pārbaudiet adresi profilā.</translation>
    </message>
    <message>
        <source>The service did not accept the client identifier and secret.</source>
        <translation>Pakalpojums nepieņēma klienta identifikatoru un noslēpumu.</translation>
    </message>
    <message>
        <source>Check the client identifier and the secret in the profile.</source>
        <translation>Pārbaudiet klienta identifikatoru un noslēpumu profilā.</translation>
    </message>
    <message>
        <source>The token service gave an answer that cannot be used.</source>
        <translation>Marķieru pakalpojums deva atbildi, ko nevar izmantot.</translation>
    </message>
    <message>
        <source>Check the address of the token service in the profile.</source>
        <translation>Pārbaudiet marķieru pakalpojuma adresi profilā.</translation>
    </message>
    <message>
        <source>The service did not accept the access token.</source>
        <translation>Pakalpojums nepieņēma piekļuves marķieri.</translation>
    </message>
    <message>
        <source>Get a new access token, or check the client identifier and the secret in the profile.</source>
        <translation>Iegūstiet jaunu piekļuves marķieri vai pārbaudiet klienta identifikatoru un noslēpumu profilā.</translation>
    </message>
    <message>
        <source>The service does not allow this, or the session belongs to somebody else.</source>
        <translation>Pakalpojums to neatļauj, vai arī sesija pieder kādam citam.</translation>
    </message>
    <message>
        <source>Ask whoever gave you the session, or ask the service for the right.</source>
        <translation>Jautājiet tam, kas jums deva sesiju, vai lūdziet pakalpojumam tiesības.</translation>
    </message>
    <message>
        <source>The service refused the request (%1).</source>
        <translation>Pakalpojums noraidīja pieprasījumu (%1).</translation>
    </message>
    <message>
        <source>Try again. If it stays so, send the details to support.</source>
        <translation>Mēģiniet vēlreiz. Ja nekas nemainās, nosūtiet informāciju atbalsta dienestam.</translation>
    </message>
    <message>
        <source>The service is not working at the moment (status %1).</source>
        <translation>Pakalpojums pašlaik nedarbojas (statuss %1).</translation>
    </message>
    <message>
        <source>The service wants fewer requests.</source>
        <translation>Pakalpojums lūdz mazāk pieprasījumu.</translation>
    </message>
    <message>
        <source>Wait a minute, and try again.</source>
        <translation>Uzgaidiet minūti un mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>The request or the file is larger than the service accepts.</source>
        <translation>Pieprasījums vai fails ir lielāks, nekā pakalpojums pieņem.</translation>
    </message>
    <message>
        <source>Sign fewer sessions at a time, or smaller files.</source>
        <translation>Parakstiet vienlaikus mazāk sesiju vai mazākus failus.</translation>
    </message>
    <message>
        <source>The service does not know this session: it is closed, has expired or belongs to somebody else.</source>
        <translation>Pakalpojums šo sesiju nepazīst: tā ir slēgta, tai beidzies termiņš vai tā pieder kādam citam.</translation>
    </message>
    <message>
        <source>Ask for a new session.</source>
        <translation>Lūdziet jaunu sesiju.</translation>
    </message>
    <message>
        <source>The service&apos;s answer cannot be understood.</source>
        <translation>Pakalpojuma atbildi nevar saprast.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, check the address in the profile.</source>
        <translation>Mēģiniet vēlreiz. Ja nekas nemainās, pārbaudiet adresi profilā.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than it may be.</source>
        <translation>Pakalpojuma atbilde ir lielāka, nekā drīkst būt.</translation>
    </message>
    <message>
        <source>The service&apos;s answer says nothing about this session.</source>
        <translation>Pakalpojuma atbildē nekas nav teikts par šo sesiju.</translation>
    </message>
    <message>
        <source>Try this session again.</source>
        <translation>Mēģiniet šo sesiju vēlreiz.</translation>
    </message>
    <message>
        <source>The service&apos;s answer names this session more than once.</source>
        <translation>Pakalpojuma atbildē šī sesija minēta vairākkārt.</translation>
    </message>
    <message>
        <source>The service gave no digest for this session.</source>
        <translation>Pakalpojums šai sesijai nedeva jaucējvērtību.</translation>
    </message>
    <message>
        <source>The service gave a digest that cannot be read.</source>
        <translation>Pakalpojums deva jaucējvērtību, ko nevar nolasīt.</translation>
    </message>
    <message>
        <source>The service gave a digest of %1 bytes, which this card cannot sign.</source>
        <translation>Pakalpojums deva %1 baitu jaucējvērtību, ko šī karte nevar parakstīt.</translation>
    </message>
    <message>
        <source>Try this session again, or use another card.</source>
        <translation>Mēģiniet šo sesiju vēlreiz vai izmantojiet citu karti.</translation>
    </message>
    <message>
        <source>Look at the session&apos;s documents again in a while.</source>
        <translation>Pēc brīža apskatiet sesijas dokumentus vēlreiz.</translation>
    </message>
    <message>
        <source>Check that the session still exists and is yours.</source>
        <translation>Pārbaudiet, vai sesija joprojām pastāv un ir jūsu.</translation>
    </message>
    <message>
        <source>Look at the session&apos;s documents: the service cannot prepare them for signing as they are.</source>
        <translation>Apskatiet sesijas dokumentus: pakalpojums tos šādus nevar sagatavot parakstīšanai.</translation>
    </message>
    <message>
        <source>The signature was not added. Sign this session again; if it stays so, send the details to support.</source>
        <translation>Paraksts netika pievienots. Parakstiet šo sesiju vēlreiz; ja nekas nemainās, nosūtiet informāciju atbalsta dienestam.</translation>
    </message>
    <message>
        <source>Look at the session&apos;s documents before you sign again.</source>
        <translation>Pirms parakstāt vēlreiz, apskatiet sesijas dokumentus.</translation>
    </message>
    <message>
        <source>The document has no signature.</source>
        <translation>Dokumentam nav paraksta.</translation>
    </message>
    <message>
        <source>Choose a document that is signed, or sign this one first.</source>
        <translation>Izvēlieties parakstītu dokumentu vai vispirms parakstiet šo.</translation>
    </message>
    <message>
        <source>The document is finished, but the run was stopped before it was fetched.</source>
        <translation>Dokuments ir gatavs, bet darbs tika apturēts, pirms tas tika lejupielādēts.</translation>
    </message>
    <message>
        <source>It is safe at the service: save it from there, in the window or with signet-cli download.</source>
        <translation>Tas ir drošībā pakalpojumā: saglabājiet to no turienes logā vai ar signet-cli download.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Failu %1 nevar nolasīt: %2.</translation>
    </message>
    <message>
        <source>The signed document could not be saved in %1: %2.</source>
        <translation>Parakstīto dokumentu nevarēja saglabāt mapē %1: %2.</translation>
    </message>
    <message>
        <source>The profile “%1” is not complete: %2.</source>
        <translation>Profils “%1” nav pilnīgs: %2.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, start the service (on Linux: systemctl start pcscd.socket).</source>
        <translation>Mēģiniet vēlreiz. Ja tas nepāriet, palaidiet pakalpojumu (Linux: systemctl start pcscd.socket).</translation>
    </message>
    <message>
        <source>“%1” fits several readers: %2.</source>
        <translation>“%1” atbilst vairākiem lasītājiem: %2.</translation>
    </message>
    <message>
        <source>There are several cards that can sign: %1.</source>
        <translation>Ir vairākas kartes, ar kurām var parakstīt: %1.</translation>
    </message>
    <message>
        <source>The file %1 is not a PFX file, or it is damaged.</source>
        <translation>Fails %1 nav PFX fails vai ir bojāts.</translation>
    </message>
    <message>
        <source>Choose the file that holds the e-seal; its name usually ends in .pfx or .p12.</source>
        <translation>Izvēlieties failu ar e-zīmogu; tā nosaukums parasti beidzas ar .pfx vai .p12.</translation>
    </message>
    <message>
        <source>The password of the file %1 is wrong.</source>
        <translation>Faila %1 parole ir nepareiza.</translation>
    </message>
    <message>
        <source>Enter the password again with care. Nothing was sent to the service.</source>
        <translation>Uzmanīgi ievadiet paroli vēlreiz. Pakalpojumam nekas netika nosūtīts.</translation>
    </message>
    <message>
        <source>The file %1 holds no private key.</source>
        <translation>Failā %1 nav privātās atslēgas.</translation>
    </message>
    <message>
        <source>Export the e-seal again, together with its private key.</source>
        <translation>Eksportējiet e-zīmogu vēlreiz kopā ar tā privāto atslēgu.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate.</source>
        <translation>Failā %1 nav sertifikāta.</translation>
    </message>
    <message>
        <source>Export the e-seal again, together with its certificate.</source>
        <translation>Eksportējiet e-zīmogu vēlreiz kopā ar tā sertifikātu.</translation>
    </message>
    <message>
        <source>The private key and the certificate in the file %1 do not belong together.</source>
        <translation>Failā %1 privātā atslēga un sertifikāts nav savstarpēji saistīti.</translation>
    </message>
    <message>
        <source>Export the e-seal again, or choose another file.</source>
        <translation>Eksportējiet e-zīmogu vēlreiz vai izvēlieties citu failu.</translation>
    </message>
    <message>
        <source>The file %1 is encrypted in a way that Signet cannot read.</source>
        <translation>Fails %1 ir šifrēts tā, ka Signet to nevar nolasīt.</translation>
    </message>
    <message>
        <source>Export the e-seal again, encrypted with AES-256.</source>
        <translation>Eksportējiet e-zīmogu vēlreiz, šifrējot ar AES-256.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not the certificate of an e-seal.</source>
        <translation>%1 sertifikāts nav e-zīmoga sertifikāts.</translation>
    </message>
    <message>
        <source>Choose the file that holds the organisation&apos;s e-seal.</source>
        <translation>Izvēlieties failu ar organizācijas e-zīmogu.</translation>
    </message>
    <message>
        <source>The e-seal of %1 expired on %2.</source>
        <translation>%1 e-zīmoga derīgums beidzās %2.</translation>
    </message>
    <message>
        <source>Choose the file of the new e-seal, or have the e-seal renewed.</source>
        <translation>Izvēlieties jaunā e-zīmoga failu vai atjaunojiet e-zīmogu.</translation>
    </message>
    <message>
        <source>The authentication certificate, which the time stamp needs, is missing.</source>
        <translation>Trūkst autentifikācijas sertifikāta, kas vajadzīgs laika zīmogam.</translation>
    </message>
    <message>
        <source>Choose the file with the authentication certificate that belongs to the e-seal.</source>
        <translation>Izvēlieties failu ar autentifikācijas sertifikātu, kas pieder pie e-zīmoga.</translation>
    </message>
    <message>
        <source>The file %1 holds the e-seal&apos;s own certificate; the time stamp needs another one.</source>
        <translation>Failā %1 ir paša e-zīmoga sertifikāts; laika zīmogam vajag citu.</translation>
    </message>
    <message>
        <source>The password has %1 bytes; the service&apos;s key can protect at most %2.</source>
        <translation>Parolē ir %1 baiti; pakalpojuma atslēga var aizsargāt ne vairāk kā %2.</translation>
    </message>
    <message>
        <source>Give the e-seal&apos;s file a shorter password. A letter outside A to Z takes two bytes or more.</source>
        <translation>Piešķiriet e-zīmoga failam īsāku paroli. Burts ārpus A–Z aizņem divus baitus vai vairāk.</translation>
    </message>
    <message>
        <source>The key that protects the e-seal&apos;s password on its way is no RSA key of 2048 bits or more.</source>
        <translation>Atslēga, kas pārsūtot aizsargā e-zīmoga paroli, nav RSA atslēga ar vismaz 2048 bitiem.</translation>
    </message>
    <message>
        <source>Get the public key of the service&apos;s central authentication certificate as a file, and name it in the profile.</source>
        <translation>Iegūstiet pakalpojuma centrālā autentifikācijas sertifikāta publisko atslēgu failā un norādiet to profilā.</translation>
    </message>
    <message>
        <source>The key that protects the e-seal&apos;s password on its way has changed. It was %1 and is now %2.</source>
        <translation>Atslēga, kas pārsūtot aizsargā e-zīmoga paroli, ir mainījusies. Tā bija %1 un tagad ir %2.</translation>
    </message>
    <message>
        <source>Ask the trust service whether it has a new key, and accept it only if the fingerprint is the same there.</source>
        <translation>Jautājiet uzticamības pakalpojumam, vai tam ir jauna atslēga, un apstipriniet to tikai tad, ja pirkstnospiedums tur ir tāds pats.</translation>
    </message>
    <message>
        <source>%1 cannot be signed or sealed as a PDF: that takes exactly one PDF file.</source>
        <translation>%1: parakstīt vai apzīmogot kā PDF nav iespējams, jo tam vajag tieši vienu PDF failu.</translation>
    </message>
    <message>
        <source>Choose a container as the result, or put the PDF into a session of its own.</source>
        <translation>Kā rezultātu izvēlieties konteineru vai ielieciet PDF atsevišķā sesijā.</translation>
    </message>
    <message>
        <source>%1 has no signature that an archive time stamp could be added to.</source>
        <translation>%1: nav paraksta, kam varētu pievienot arhīva laika zīmogu.</translation>
    </message>
    <message>
        <source>Sign or seal it first.</source>
        <translation>Vispirms to parakstiet vai apzīmogojiet.</translation>
    </message>
    <message>
        <source>It is not known whether the service carried this out.</source>
        <translation>Nav zināms, vai serviss to ir izpildījis.</translation>
    </message>
    <message>
        <source>Look at the session&apos;s documents before you start again, so that it is not done twice.</source>
        <translation>Pirms sākat vēlreiz, apskatiet sesijas dokumentus, lai tas netiktu izdarīts divreiz.</translation>
    </message>
    <message>
        <source>It is done, but the service does not show the document that came of it.</source>
        <translation>Tas ir izdarīts, bet serviss nerāda tapušo dokumentu.</translation>
    </message>
    <message>
        <source>The service says that it added the archive time stamp, but its validation shows none in %1.</source>
        <translation>Serviss ziņo, ka pievienoja arhīva laika zīmogu, bet pārbaude to neuzrāda: %1.</translation>
    </message>
    <message>
        <source>Have the document validated again before you add another one.</source>
        <translation>Pirms pievienojat vēl vienu, pārbaudiet dokumentu vēlreiz.</translation>
    </message>
    <message>
        <source>The session holds no documents.</source>
        <translation>Sesijā nav dokumentu.</translation>
    </message>
    <message>
        <source>Check the identifier, or ask whoever gave you the session.</source>
        <translation>Pārbaudiet identifikatoru vai vaicājiet tam, kas jums deva sesiju.</translation>
    </message>
    <message>
        <source>The journal %1 could not be written: %2.</source>
        <translation>Neizdevās rakstīt žurnālā %1: %2.</translation>
    </message>
    <message>
        <source>Make room on the disk, or check that you may write this file and its folder; then try again.</source>
        <translation>Atbrīvojiet vietu diskā vai pārbaudiet, vai drīkstat rakstīt šajā failā un tā mapē; tad mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer Signet, and this one leaves it alone.</source>
        <translation>Žurnālu %1 rakstījusi jaunāka Signet versija, un šī versija to neaiztiek.</translation>
    </message>
    <message>
        <source>Use the newer Signet. What this one does is not kept, so it cannot be gone on with after a crash.</source>
        <translation>Lietojiet jaunāko Signet. Šīs versijas darbs netiek pierakstīts, tāpēc pēc avārijas to nevarēs turpināt.</translation>
    </message>
    <message>
        <source>Another Signet on this computer is working on this session.</source>
        <translation>Ar šo sesiju strādā cits Signet šajā datorā.</translation>
    </message>
    <message>
        <source>Wait until it has ended, then see what became of the session.</source>
        <translation>Pagaidiet, līdz tas beidz darbu, un tad apskatiet, kas ar sesiju noticis.</translation>
    </message>
    <message>
        <source>A signature for this session was made earlier and was not sent.</source>
        <translation>Šai sesijai jau agrāk izveidots paraksts, kas nav nosūtīts.</translation>
    </message>
    <message>
        <source>Signet can go on with it: in the window, or with signet-cli resume. With --force the session is signed anew.</source>
        <translation>Signet var ar to turpināt: logā vai ar signet-cli resume. Ar --force sesiju paraksta no jauna.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>Failu %1 neizdevās ierakstīt: %2.</translation>
    </message>
    <message>
        <source>Make room on the disk or choose another place, and try again.</source>
        <translation>Atbrīvojiet vietu diskā vai izvēlieties citu vietu un mēģiniet vēlreiz.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate that can be read.</source>
        <translation>Failā %1 nav sertifikāta, ko varētu nolasīt.</translation>
    </message>
    <message>
        <source>Choose the file with the authentication certificate: PEM, DER or PFX.</source>
        <translation>Izvēlieties failu ar autentifikācijas sertifikātu: PEM, DER vai PFX.</translation>
    </message>
    <message>
        <source>The file %1 holds the certificate of %2 for signing; the time stamp needs one for authentication.</source>
        <translation>Failā %1 ir sertifikāts parakstīšanai (%2); laika zīmogam vajag autentifikācijas sertifikātu.</translation>
    </message>
    <message>
        <source>Choose the file with the authentication certificate.</source>
        <translation>Izvēlieties failu ar autentifikācijas sertifikātu.</translation>
    </message>
    <message>
        <source>The file %1 holds the certificate of %2, which expired on %3.</source>
        <translation>Failā %1 ir sertifikāts (%2), kura derīgums beidzās %3.</translation>
    </message>
    <message>
        <source>Have the certificate renewed, and choose the file of the new one.</source>
        <translation>Atjaunojiet sertifikātu un izvēlieties jaunā sertifikāta failu.</translation>
    </message>
    <message>
        <source>The file %1 holds the certificate of %2, which is not valid before %3.</source>
        <translation>Failā %1 ir sertifikāts (%2), kas nav derīgs pirms %3.</translation>
    </message>
    <message>
        <source>The file %1 with the authentication certificate does not open with this password.</source>
        <translation>Fails %1 ar autentifikācijas sertifikātu ar šo paroli neatveras.</translation>
    </message>
    <message>
        <source>Choose the authentication certificate as a PEM or DER file, or give the password of this file; to seal, both files need the same one.</source>
        <translation>Izvēlieties autentifikācijas sertifikātu kā PEM vai DER failu vai norādiet šī faila paroli; apzīmogošanai abiem failiem jābūt ar vienu paroli.</translation>
    </message>
    <message>
        <source>Stopped after the card had signed, and before the signature was sent.</source>
        <translation>Apturēts pēc tam, kad karte bija parakstījusi, un pirms paraksts tika nosūtīts.</translation>
    </message>
    <message>
        <source>The signature is kept. Signet can go on with it: in the window, or with signet-cli resume.</source>
        <translation>Paraksts ir saglabāts. Signet var ar to turpināt: logā vai ar signet-cli resume.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 away from the service&apos;s clock.</source>
        <translation>Šī datora pulkstenis atšķiras no pakalpojuma pulksteņa par %1.</translation>
    </message>
    <message>
        <source>Set the date, the time and the time zone of this computer right.</source>
        <translation>Iestatiet pareizu šī datora datumu, laiku un laika joslu.</translation>
    </message>
    <message>
        <source>The certificate of %1 expires on %2.</source>
        <translation>%1 sertifikāta derīgums beidzas %2.</translation>
    </message>
    <message>
        <source>Have the certificates renewed before that day.</source>
        <translation>Atjaunojiet sertifikātus līdz šai dienai.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not a qualified one.</source>
        <translation>%1 sertifikāts nav kvalificēts.</translation>
    </message>
    <message>
        <source>What is signed with it may not count as signed by hand. Use an eID card if that matters.</source>
        <translation>Ar to parakstītais var netikt pielīdzināts pašrocīgi parakstītam. Ja tas ir svarīgi, lietojiet eID karti.</translation>
    </message>
    <message>
        <source>Insert a Latvian eID card, or an Estonian one issued 2018 to 2025, chip first. A bank card cannot sign.</source>
        <translation>Ievietojiet Latvijas eID karti vai no 2018. līdz 2025. gadam izdotu Igaunijas eID karti ar čipu pa priekšu. Ar bankas karti parakstīt nevar.</translation>
    </message>
    <message>
        <source>The certificate of the e-seal of %1 is not a qualified one.</source>
        <translation>%1 e-zīmoga sertifikāts nav kvalificēts.</translation>
    </message>
    <message>
        <source>What is sealed with it may count for less. Ask the trust service for a qualified e-seal if that matters.</source>
        <translation>Ar to apzīmogotajam var būt mazāks juridiskais spēks. Ja tas ir svarīgi, lūdziet uzticamības pakalpojuma sniedzējam kvalificētu e-zīmogu.</translation>
    </message>
    <message>
        <source>The reader %1 reads cards without contact; Signet cannot sign that way.</source>
        <translation>Lasītājs %1 nolasa kartes bezkontakta veidā; tā Signet parakstīt nevar.</translation>
    </message>
    <message>
        <source>Insert your eID card, chip first, into the contact slot of a reader.</source>
        <translation>Ievietojiet savu eID karti ar čipu pa priekšu lasītāja kontaktu ligzdā.</translation>
    </message>
    <message>
        <source>The PKCS#11 module %1 cannot be used: %2.</source>
        <translation>PKCS#11 moduli %1 nevar izmantot: %2.</translation>
    </message>
    <message>
        <source>Choose the file of the module that belongs to the card&apos;s software, or remove this one.</source>
        <translation>Izvēlieties tā moduļa failu, kas pieder pie kartes programmatūras, vai noņemiet šo.</translation>
    </message>
    <message>
        <source>The PKCS#11 module %1 has crashed.</source>
        <translation>PKCS#11 modulis %1 ir avarējis.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, have the card&apos;s software updated, or sign without this module.</source>
        <translation>Mēģiniet vēlreiz. Ja tas atkārtojas, atjauniniet kartes programmatūru vai parakstiet bez šī moduļa.</translation>
    </message>
    <message>
        <source>Insert the card again, and go on with what is left.</source>
        <translation>Ievietojiet karti no jauna un turpiniet ar atlikušo.</translation>
    </message>
    <message>
        <source>Close other programs that use the card, and go on with what is left.</source>
        <translation>Aizveriet citas programmas, kas izmanto karti, un turpiniet ar atlikušo.</translation>
    </message>
    <message>
        <source>Unblock it with the PUK from the envelope of the card: in the window (Tools › PINs of the card), or with signet-cli pin unblock.</source>
        <translation>Atbloķējiet to ar PUK no kartes aploksnes: logā (Rīki › Kartes PIN kodi) vai ar signet-cli pin unblock.</translation>
    </message>
    <message>
        <source>Enter the PIN on the computer instead.</source>
        <translation>Ievadiet PIN datorā.</translation>
    </message>
    <message>
        <source>The entry on the reader did not come in time.</source>
        <translation>Lasītājā nekas netika laikus ievadīts.</translation>
    </message>
    <message>
        <source>Start again, and type on the reader as soon as it asks. No try was used.</source>
        <translation>Sāciet no jauna un ievadiet lasītājā, tiklīdz tas prasa. Mēģinājums netika izmantots.</translation>
    </message>
    <message>
        <source>The entry was cancelled on the reader.</source>
        <translation>Ievade lasītājā tika atcelta.</translation>
    </message>
    <message>
        <source>Start again when you want to. No try was used.</source>
        <translation>Sāciet no jauna, kad vēlaties. Mēģinājums netika izmantots.</translation>
    </message>
    <message>
        <source>The PIN1 is wrong.</source>
        <translation>PIN1 ir nepareizs.</translation>
    </message>
    <message>
        <source>Enter the PIN1 again with care. It is the PIN for logging in, not the one for signing.</source>
        <translation>Uzmanīgi ievadiet PIN1 vēlreiz. Tas ir pieslēgšanās PIN, nevis parakstīšanas PIN.</translation>
    </message>
    <message numerus="yes">
        <source>The PIN1 is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>PIN1 ir nepareizs. Atlicis %n mēģinājums.</numerusform>
            <numerusform>PIN1 ir nepareizs. Atlikuši %n mēģinājumi.</numerusform>
            <numerusform>PIN1 ir nepareizs. Mēģinājumu vairs nav.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PIN1 is blocked.</source>
        <translation>PIN1 ir bloķēts.</translation>
    </message>
    <message>
        <source>Only one try is left for the PIN1. A wrong one blocks it.</source>
        <translation>PIN1 ievadei atlicis tikai viens mēģinājums. Nepareizs PIN1 to bloķēs.</translation>
    </message>
    <message>
        <source>Go on only if you are sure of the PIN1; otherwise unblock it with the PUK first.</source>
        <translation>Turpiniet tikai tad, ja par PIN1 esat drošs; citādi vispirms atbloķējiet to ar PUK.</translation>
    </message>
    <message>
        <source>A PIN1 has %1 to %2 digits.</source>
        <translation>PIN1 ir %1 līdz %2 cipari.</translation>
    </message>
    <message>
        <source>Enter the PIN1 again. No try was used.</source>
        <translation>Ievadiet PIN1 vēlreiz. Mēģinājums netika izmantots.</translation>
    </message>
    <message>
        <source>The PUK is wrong.</source>
        <translation>PUK ir nepareizs.</translation>
    </message>
    <message>
        <source>Enter the PUK again with care: it stands in the envelope of the card.</source>
        <translation>Uzmanīgi ievadiet PUK vēlreiz: tas ir kartes aploksnē.</translation>
    </message>
    <message numerus="yes">
        <source>The PUK is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>PUK ir nepareizs. Atlicis %n mēģinājums.</numerusform>
            <numerusform>PUK ir nepareizs. Atlikuši %n mēģinājumi.</numerusform>
            <numerusform>PUK ir nepareizs. Mēģinājumu vairs nav.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PUK is blocked: it cannot unblock PINs any more.</source>
        <translation>PUK ir bloķēts: ar to vairs nevar atbloķēt PIN kodus.</translation>
    </message>
    <message>
        <source>Go with the card to the office that issued it; in Latvia, that is the PMLP.</source>
        <translation>Dodieties ar karti uz iestādi, kas to izsniedza; Latvijā tā ir PMLP.</translation>
    </message>
    <message>
        <source>Only one try is left for the PUK. A wrong one blocks it for good.</source>
        <translation>PUK ievadei atlicis tikai viens mēģinājums. Nepareizs PUK to bloķēs pavisam.</translation>
    </message>
    <message>
        <source>Go on only if you are sure of the PUK; otherwise ask for a new PIN envelope where the card was issued.</source>
        <translation>Turpiniet tikai tad, ja par PUK esat drošs; citādi lūdziet jaunu PIN aploksni iestādē, kas karti izsniedza.</translation>
    </message>
    <message>
        <source>A PUK has %1 to %2 digits.</source>
        <translation>PUK ir %1 līdz %2 cipari.</translation>
    </message>
    <message>
        <source>Enter the PUK again. No try was used.</source>
        <translation>Ievadiet PUK vēlreiz. Mēģinājums netika izmantots.</translation>
    </message>
    <message>
        <source>The new %1 is the same as the old one.</source>
        <translation>Jaunais %1 ir tāds pats kā līdzšinējais.</translation>
    </message>
    <message>
        <source>Choose another one. No try was used.</source>
        <translation>Izvēlieties citu. Mēģinājums netika izmantots.</translation>
    </message>
    <message>
        <source>The two entries of the new %1 differ.</source>
        <translation>Abas jaunā %1 ievades atšķiras.</translation>
    </message>
    <message>
        <source>Enter it twice in the same way. Nothing was changed, and no try was used.</source>
        <translation>Abas reizes ievadiet to vienādi. Nekas netika mainīts, un mēģinājums netika izmantots.</translation>
    </message>
    <message>
        <source>The card does not want this new %1.</source>
        <translation>Karte šādu jauno %1 nepieņem.</translation>
    </message>
    <message>
        <source>Choose another one, not the same as before. Nothing was changed.</source>
        <translation>Izvēlieties citu, ne to pašu, kas līdz šim. Nekas netika mainīts.</translation>
    </message>
    <message>
        <source>It is not known whether the card took the new %1.</source>
        <translation>Nav zināms, vai karte pieņēma jauno %1.</translation>
    </message>
    <message>
        <source>Insert the card again and look at the tries left. Then try the new one first: if it is wrong, nothing was changed.</source>
        <translation>Ievietojiet karti no jauna un apskatiet atlikušos mēģinājumus. Tad vispirms mēģiniet jauno: ja tas ir nepareizs, nekas netika mainīts.</translation>
    </message>
    <message>
        <source>Signet cannot change or unblock the PINs of this card.</source>
        <translation>Signet nevar nomainīt vai atbloķēt šīs kartes PIN kodus.</translation>
    </message>
    <message>
        <source>Use the program that came with the card.</source>
        <translation>Izmantojiet programmu, kas paredzēta šai kartei.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Smart card service</source>
        <translation>Viedkaršu pakalpojums</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Karšu lasītājs</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Sertifikāts</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Pulkstenis</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Starpniekserveris</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Pakalpojums</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Autorizācija</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>a few seconds left</source>
        <translation>atlikušas dažas sekundes</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>atlikusi apmēram %n sekunde</numerusform>
            <numerusform>atlikušas apmēram %n sekundes</numerusform>
            <numerusform>gandrīz pabeigts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>atlikusi apmēram %n minūte</numerusform>
            <numerusform>atlikušas apmēram %n minūtes</numerusform>
            <numerusform>gandrīz pabeigts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>atlikusi apmēram %n stunda</numerusform>
            <numerusform>atlikušas apmēram %n stundas</numerusform>
            <numerusform>gandrīz pabeigts</numerusform>
        </translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Kods: %1</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Posms: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP statuss: %1</translation>
    </message>
    <message>
        <source>Technical detail: %1</source>
        <translation>Tehniskā informācija: %1</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <extracomment>A date that nobody can misread, such as 2031-11-22; as for QDate::toString()</extracomment>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n baits</numerusform>
            <numerusform>%n baiti</numerusform>
            <numerusform>%n baitu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>you may not write there</source>
        <translation>tur nedrīkstat rakstīt</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>to izmanto cita programma</translation>
    </message>
    <message>
        <source>the disk reports an error, or has no room</source>
        <translation>disks ziņo par kļūdu, vai tajā nav vietas</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>tas ir bojāts</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>disks ir pilns</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>to nevar atvērt</translation>
    </message>
    <message>
        <source>no file can be made beside it</source>
        <translation>tam blakus nevar izveidot failu</translation>
    </message>
    <message>
        <source>it belongs to another program</source>
        <translation>tas pieder citai programmai</translation>
    </message>
    <message>
        <source>it is damaged and could not be moved out of the way</source>
        <translation>tas ir bojāts, un to neizdevās pārvietot malā</translation>
    </message>
    <message>
        <source>what was to be changed is not in it any more</source>
        <translation>tajā vairs nav tā, kas bija jāmaina</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>tas nav fails</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>nevar izveidot tā mapi</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>Sealing</source>
        <translation>Apzīmogošana</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Arhivēšana</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Parakstīšana</translation>
    </message>
    <message>
        <source>done</source>
        <translation>pabeigts</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>neizdevās</translation>
    </message>
    <message>
        <source>signed, cancelled before it was sent</source>
        <translation>parakstīts, atcelts pirms nosūtīšanas</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>atcelts</translation>
    </message>
    <message>
        <source>signed, not sent</source>
        <translation>parakstīts, nav nosūtīts</translation>
    </message>
    <message>
        <source>sent, outcome not known</source>
        <translation>nosūtīts, iznākums nav zināms</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nav sākts</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Your signature goes into %1.</source>
        <translation>Jūsu paraksts tiks pievienots: %1.</translation>
    </message>
    <message>
        <source>The seal goes into %1.</source>
        <translation>Zīmogs tiks pievienots: %1.</translation>
    </message>
    <message>
        <source>An archive time stamp goes into %1.</source>
        <translation>Arhīva laika zīmogs tiks pievienots: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n PDF(s)</source>
        <translation>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDF</numerusform>
            <numerusform>%n PDF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) that exist</source>
        <translation>
            <numerusform>%n esošs konteiners</numerusform>
            <numerusform>%n esoši konteineri</numerusform>
            <numerusform>%n esošu konteineru</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new container(s)</source>
        <translation>
            <numerusform>%n jauns konteiners</numerusform>
            <numerusform>%n jauni konteineri</numerusform>
            <numerusform>%n jaunu konteineru</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) whose documents are not known yet</source>
        <translation>
            <numerusform>%n sesija, kuras dokumenti vēl nav zināmi</numerusform>
            <numerusform>%n sesijas, kuru dokumenti vēl nav zināmi</numerusform>
            <numerusform>%n sesiju, kuru dokumenti vēl nav zināmi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be done this way: each row says why.</source>
        <translation>
            <numerusform>%n tā nav iespējama: rindā teikts, kāpēc.</numerusform>
            <numerusform>%n tā nav iespējamas: katrā rindā teikts, kāpēc.</numerusform>
            <numerusform>%n tā nav iespējamas: katrā rindā teikts, kāpēc.</numerusform>
        </translation>
    </message>
    <message>
        <source>for this session: %1</source>
        <translation>šai sesijai: %1</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>the address of the token service is missing</source>
        <translation>trūkst marķieru pakalpojuma adreses</translation>
    </message>
    <message>
        <source>the client identifier is missing</source>
        <translation>trūkst klienta identifikatora</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>tam nav nosaukuma</translation>
    </message>
    <message>
        <source>the address of the service is missing</source>
        <translation>trūkst pakalpojuma adreses</translation>
    </message>
</context>
<context>
    <name>ResultForm</name>
    <message>
        <source>adds your signature to %1</source>
        <translation>pievieno jūsu parakstu: %1</translation>
    </message>
    <message>
        <source>puts %1 into a new container with your signature</source>
        <translation>ievieto jaunā konteinerā ar jūsu parakstu: %1</translation>
    </message>
    <message>
        <source>signs inside %1</source>
        <translation>paraksta pašā dokumentā: %1</translation>
    </message>
    <message>
        <source>adds your signature to the container, or puts the files into a new one</source>
        <translation>pievieno jūsu parakstu konteineram vai ievieto failus jaunā</translation>
    </message>
    <message>
        <source>puts what is there into a new container with your signature</source>
        <translation>visu ievieto jaunā konteinerā ar jūsu parakstu</translation>
    </message>
    <message>
        <source>signs inside the PDF, if there is exactly one</source>
        <translation>paraksta pašā PDF, ja tāds ir tieši viens</translation>
    </message>
    <message>
        <source>signs inside a single PDF, and anything else in a container</source>
        <translation>vienu PDF paraksta pašā PDF, visu pārējo – konteinerā</translation>
    </message>
    <message>
        <source>adds the seal to %1</source>
        <translation>pievieno e-zīmogu: %1</translation>
    </message>
    <message>
        <source>puts %1 into a new container with the seal</source>
        <translation>ievieto jaunā konteinerā ar e-zīmogu: %1</translation>
    </message>
    <message>
        <source>seals inside %1</source>
        <translation>apzīmogo pašā dokumentā: %1</translation>
    </message>
    <message>
        <source>adds the seal to the container, or puts the files into a new one</source>
        <translation>pievieno e-zīmogu konteineram vai ievieto failus jaunā</translation>
    </message>
    <message>
        <source>puts what is there into a new container with the seal</source>
        <translation>visu ievieto jaunā konteinerā ar e-zīmogu</translation>
    </message>
    <message>
        <source>seals inside the PDF, if there is exactly one</source>
        <translation>apzīmogo pašā PDF, ja tāds ir tieši viens</translation>
    </message>
    <message>
        <source>seals inside a single PDF, and anything else in a container</source>
        <translation>vienu PDF apzīmogo pašā PDF, visu pārējo – konteinerā</translation>
    </message>
    <message>
        <source>adds an archive time stamp to what is signed</source>
        <translation>pievieno arhīva laika zīmogu parakstītajam</translation>
    </message>
    <message>
        <source>adds an archive time stamp to %1</source>
        <translation>pievieno arhīva laika zīmogu: %1</translation>
    </message>
    <message>
        <source>An empty session</source>
        <translation>Tukša sesija</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n fails</numerusform>
            <numerusform>%n faili</numerusform>
            <numerusform>%n failu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds your signature to the containers of %n sessions</source>
        <translation>
            <numerusform>pievieno jūsu parakstu %n sesijas konteineram</numerusform>
            <numerusform>pievieno jūsu parakstu %n sesiju konteineriem</numerusform>
            <numerusform>pievieno jūsu parakstu %n sesiju konteineriem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>puts the files of %n sessions into new containers with your signature</source>
        <translation>
            <numerusform>ievieto %n sesijas failus jaunā konteinerā ar jūsu parakstu</numerusform>
            <numerusform>ievieto %n sesiju failus jaunos konteineros ar jūsu parakstu</numerusform>
            <numerusform>ievieto %n sesiju failus jaunos konteineros ar jūsu parakstu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>signs inside the PDFs of %n sessions</source>
        <translation>
            <numerusform>paraksta %n sesijas PDF pašā dokumentā</numerusform>
            <numerusform>paraksta %n sesiju PDF pašos dokumentos</numerusform>
            <numerusform>paraksta %n sesiju PDF pašos dokumentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds the seal to the containers of %n sessions</source>
        <translation>
            <numerusform>pievieno e-zīmogu %n sesijas konteineram</numerusform>
            <numerusform>pievieno e-zīmogu %n sesiju konteineriem</numerusform>
            <numerusform>pievieno e-zīmogu %n sesiju konteineriem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>puts the files of %n sessions into new containers with the seal</source>
        <translation>
            <numerusform>ievieto %n sesijas failus jaunā konteinerā ar e-zīmogu</numerusform>
            <numerusform>ievieto %n sesiju failus jaunos konteineros ar e-zīmogu</numerusform>
            <numerusform>ievieto %n sesiju failus jaunos konteineros ar e-zīmogu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seals inside the PDFs of %n sessions</source>
        <translation>
            <numerusform>apzīmogo %n sesijas PDF pašā dokumentā</numerusform>
            <numerusform>apzīmogo %n sesiju PDF pašos dokumentos</numerusform>
            <numerusform>apzīmogo %n sesiju PDF pašos dokumentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds archive time stamps to what %n sessions hold</source>
        <translation>
            <numerusform>pievieno arhīva laika zīmogu %n sesijas dokumentiem</numerusform>
            <numerusform>pievieno arhīva laika zīmogus %n sesiju dokumentiem</numerusform>
            <numerusform>pievieno arhīva laika zīmogus %n sesiju dokumentiem</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceDesk</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>mapi nevar izveidot</translation>
    </message>
    <message>
        <source>no service has been chosen yet</source>
        <translation>pakalpojums vēl nav izvēlēts</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>it does not exist</source>
        <translation>tas neeksistē</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>tā ir mape</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>tas nav parasts fails</translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message>
        <source>Saved as %1</source>
        <translation>Saglabāts kā %1</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nav iespējams</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Gatava</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Sagatavo…</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Sagatavots</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Paraksta…</translation>
    </message>
    <message>
        <source>Signed by the card</source>
        <translation>Karte parakstījusi</translation>
    </message>
    <message>
        <source>Completing…</source>
        <translation>Pabeidz…</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Parakstīts</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Neizdevās</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Neapstiprināts</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Atcelts</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Apzīmogots</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Arhivēts</translation>
    </message>
    <message>
        <source>Done, but not saved here: %1</source>
        <translation>Pabeigts, bet šeit nav saglabāts: %1</translation>
    </message>
    <message>
        <source>The document is at the service.</source>
        <translation>Dokuments ir pakalpojumā.</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>yyyy-MM-dd</source>
        <extracomment>A date that nobody can misread, such as 2031-11-22; as for QDate::toString()</extracomment>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>qualified electronic signature</source>
        <translation>kvalificēts elektroniskais paraksts</translation>
    </message>
    <message>
        <source>qualified electronic seal</source>
        <translation>kvalificēts elektroniskais zīmogs</translation>
    </message>
    <message>
        <source>advanced electronic signature with a qualified certificate</source>
        <translation>uzlabots elektroniskais paraksts ar kvalificētu sertifikātu</translation>
    </message>
    <message>
        <source>advanced electronic seal with a qualified certificate</source>
        <translation>uzlabots elektroniskais zīmogs ar kvalificētu sertifikātu</translation>
    </message>
    <message>
        <source>advanced electronic signature</source>
        <translation>uzlabots elektroniskais paraksts</translation>
    </message>
    <message>
        <source>advanced electronic seal</source>
        <translation>uzlabots elektroniskais zīmogs</translation>
    </message>
    <message>
        <source>%1, with an archive time stamp</source>
        <translation>%1, ar arhīva laika zīmogu</translation>
    </message>
    <message>
        <source>%1 and more; in all: %2</source>
        <translation>%1 un citi; kopā: %2</translation>
    </message>
    <message>
        <source>%1, valid: %2</source>
        <translation>%1, derīgi: %2</translation>
    </message>
    <message>
        <source>The signature is valid.</source>
        <translation>Paraksts ir derīgs.</translation>
    </message>
    <message>
        <source>All signatures are valid.</source>
        <translation>Visi paraksti ir derīgi.</translation>
    </message>
    <message>
        <source>The signature is not valid.</source>
        <translation>Paraksts nav derīgs.</translation>
    </message>
    <message>
        <source>No signature is valid.</source>
        <translation>Neviens paraksts nav derīgs.</translation>
    </message>
    <message>
        <source>Not all signatures are valid.</source>
        <translation>Ne visi paraksti ir derīgi.</translation>
    </message>
    <message>
        <source>The service did not report on all signatures.</source>
        <translation>Pakalpojums neziņoja par visiem parakstiem.</translation>
    </message>
    <message>
        <source>It could not be decided whether the signature is valid.</source>
        <translation>Nevarēja noteikt, vai paraksts ir derīgs.</translation>
    </message>
    <message>
        <source>It could not be decided whether the signatures are valid.</source>
        <translation>Nevarēja noteikt, vai paraksti ir derīgi.</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>derīgs</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>nederīgs</translation>
    </message>
    <message>
        <source>valid in part</source>
        <translation>daļēji derīgi</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>nav noteikts</translation>
    </message>
    <message>
        <source>Signature %1: %2</source>
        <extracomment>%1 a number, %2 a name and whether the signature is valid</extracomment>
        <translation>%1. paraksts: %2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokuments</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Veids</translation>
    </message>
    <message>
        <source>Files inside</source>
        <translation>Faili iekšā</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Paraksti</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Pārbaudīts</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Rezultāts</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Parakstīja</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organizācija</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Nozīme</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formāts</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Laika zīmogs</translation>
    </message>
    <message>
        <source>Revocation checked</source>
        <translation>Atsaukšana pārbaudīta</translation>
    </message>
    <message>
        <source>Can be checked until</source>
        <translation>Pārbaudāms līdz</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Loma</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vieta</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Iemesls</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Kļūda</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Brīdinājums</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>the name of a fact and the fact</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Validity</name>
    <message>
        <source>%1 (for authentication)</source>
        <translation>%1 (autentifikācijai)</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>parakstīšanai</translation>
    </message>
    <message>
        <source>time stamps</source>
        <translation>laika zīmogiem</translation>
    </message>
</context>
<context>
    <name>signet::card::IdemiaEid</name>
    <message>
        <source>signing</source>
        <translation>parakstīšanai</translation>
    </message>
</context>
<context>
    <name>signet::signing::ProfileStore</name>
    <message>
        <source>Test</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produkcija</translation>
    </message>
</context>
<context>
    <name>signet::ui::AboutDialog</name>
    <message>
        <source>About Signet</source>
        <translation>Par Signet</translation>
    </message>
    <message>
        <source>Signs documents with an eID card through SignAPI.</source>
        <translation>Paraksta dokumentus ar eID karti, izmantojot SignAPI.</translation>
    </message>
    <message>
        <source>© The Signet authors. Free software under the MIT licence.</source>
        <translation>© Signet autori. Brīva programmatūra ar MIT licenci.</translation>
    </message>
    <message>
        <source>Built with Qt %1.</source>
        <translation>Veidots ar Qt %1.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Aizvērt</translation>
    </message>
</context>
<context>
    <name>signet::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fails</translation>
    </message>
    <message>
        <source>Add from &amp;earlier</source>
        <translation>Pievienot no i&amp;epriekšējām</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Rediģēt</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>Rī&amp;ki</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Palīdzī&amp;ba</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Pievienot &amp;failus…</translation>
    </message>
    <message>
        <source>Add all files of a f&amp;older…</source>
        <translation>Pievienot visus &amp;mapes failus…</translation>
    </message>
    <message>
        <source>Add &amp;sessions…</source>
        <translation>Pievienot &amp;sesijas…</translation>
    </message>
    <message>
        <source>Add the sa&amp;mple sessions</source>
        <translation>Pievienot pa&amp;raugsesijas</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Iziet</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopēt</translation>
    </message>
    <message>
        <source>Copy &amp;identifiers</source>
        <translation>Kopēt &amp;identifikatorus</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Meklēt</translation>
    </message>
    <message>
        <source>&amp;Mark or unmark</source>
        <translation>&amp;Atzīmēt vai noņemt atzīmi</translation>
    </message>
    <message>
        <source>Mark &amp;all</source>
        <translation>Atzīmēt &amp;visas</translation>
    </message>
    <message>
        <source>Mark &amp;none</source>
        <translation>&amp;Noņemt atzīmes</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>I&amp;zņemt no saraksta</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Parakstīt</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Atc&amp;elt</translation>
    </message>
    <message>
        <source>Open its fol&amp;der</source>
        <translation>Atvērt tā &amp;mapi</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>&amp;Profili…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Iestatījumi…</translation>
    </message>
    <message>
        <source>Insert or remove the demo &amp;card</source>
        <translation>Ievietot vai izņemt demonstrācijas &amp;karti</translation>
    </message>
    <message>
        <source>&amp;About Signet</source>
        <translation>&amp;Par Signet</translation>
    </message>
    <message>
        <source>&amp;Seal</source>
        <translation>Apzīmogot</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>Arhivēt</translation>
    </message>
    <message>
        <source>&amp;Work</source>
        <translation>&amp;Darbs</translation>
    </message>
    <message>
        <source>Remove all that are &amp;done</source>
        <translation>Izņemt visas &amp;pabeigtās</translation>
    </message>
    <message>
        <source>S&amp;ign with an eID card</source>
        <translation>Parakstīt ar eID &amp;karti</translation>
    </message>
    <message>
        <source>Seal &amp;with the e-seal</source>
        <translation>Apzīmogot ar e-&amp;zīmogu</translation>
    </message>
    <message>
        <source>Add archive ti&amp;me stamps</source>
        <translation>Pievienot arhīva &amp;laika zīmogus</translation>
    </message>
    <message>
        <source>Check the si&amp;gnatures</source>
        <translation>Pār&amp;baudīt parakstus</translation>
    </message>
    <message>
        <source>Save the document &amp;as…</source>
        <translation>Sag&amp;labāt dokumentu kā…</translation>
    </message>
    <message>
        <source>O&amp;pen the document</source>
        <translation>&amp;Atvērt dokumentu</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Vēsture…</translation>
    </message>
    <message>
        <source>&amp;Unfinished…</source>
        <translation>&amp;Nepabeigtais…</translation>
    </message>
    <message>
        <source>&amp;Check the set-up…</source>
        <translation>Pār&amp;baudīt iestatījumus un ierīces…</translation>
    </message>
    <message>
        <source>PI&amp;Ns of the card…</source>
        <translation>Kartes PIN ko&amp;di…</translation>
    </message>
</context>
<context>
    <name>signet::ui::AddIdentifiersDialog</name>
    <message>
        <source>Add sessions</source>
        <translation>Pievienot sesijas</translation>
    </message>
    <message>
        <source>&amp;Session identifiers, separated by spaces, commas or line breaks. Paste as many as you like.</source>
        <translation>&amp;Sesiju identifikatori, atdalīti ar atstarpēm, komatiem vai jaunām rindām. Ielīmējiet, cik vien vēlaties.</translation>
    </message>
    <message>
        <source>Session identifiers</source>
        <translation>Sesiju identifikatori</translation>
    </message>
    <message>
        <source>For example 3f9a0c…</source>
        <translation>Piemēram, 3f9a0c…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) to add.</source>
        <translation>
            <numerusform>Tiks pievienota %n sesija.</numerusform>
            <numerusform>Tiks pievienotas %n sesijas.</numerusform>
            <numerusform>Netiks pievienota neviena sesija.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated one(s) will be added only once.</source>
        <translation>
            <numerusform>%n atkārtota tiks pievienota tikai vienreiz.</numerusform>
            <numerusform>%n atkārtotas tiks pievienotas tikai vienreiz.</numerusform>
            <numerusform>Atkārtotu nav.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are no identifier(s): %1</source>
        <translation>
            <numerusform>%n nav identifikators: %1</numerusform>
            <numerusform>%n nav identifikatori: %1</numerusform>
            <numerusform>Visi ir identifikatori: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n</source>
        <translation>
            <numerusform>&amp;Pievienot %n</numerusform>
            <numerusform>&amp;Pievienot %n</numerusform>
            <numerusform>&amp;Pievienot</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Pievienot</translation>
    </message>
</context>
<context>
    <name>signet::ui::ArchivePanel</name>
    <message>
        <source>Archive with</source>
        <translation>Arhivēt ar</translation>
    </message>
    <message>
        <source>Time stamps are requested with an authentication certificate. No PIN is needed.</source>
        <translation>Laika zīmogus pieprasa ar autentifikācijas sertifikātu. PIN nav vajadzīgs.</translation>
    </message>
    <message>
        <source>Whose authentication certificate</source>
        <translation>Kura autentifikācijas sertifikāts</translation>
    </message>
    <message>
        <source>Authentication certificate</source>
        <translation>Autentifikācijas sertifikāts</translation>
    </message>
    <message>
        <source>a certificate, PEM or DER</source>
        <translation>sertifikāts, PEM vai DER</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Sertifikāti (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Sertifikāts:</translation>
    </message>
    <message>
        <source>Validity:</source>
        <translation>Derīgums:</translation>
    </message>
    <message>
        <source>The profile&apos;s certificate</source>
        <translation>Profila sertifikāts</translation>
    </message>
    <message>
        <source>The e-seal&apos;s certificate</source>
        <translation>E-zīmoga sertifikāts</translation>
    </message>
    <message>
        <source>The card&apos;s certificate</source>
        <translation>Kartes sertifikāts</translation>
    </message>
    <message>
        <source>A certificate from a file</source>
        <translation>Sertifikāts no faila</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>derīgs līdz %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Izvēlēties…</translation>
    </message>
    <message>
        <source>Reading the certificate…</source>
        <translation>Sertifikāts tiek nolasīts…</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>tiek nolasīts…</translation>
    </message>
</context>
<context>
    <name>signet::ui::BatchRunner</name>
    <message>
        <source>Enter the secret of the service first.</source>
        <translation>Vispirms ievadiet pakalpojuma noslēpumu.</translation>
    </message>
    <message>
        <source>The service is not ready yet.</source>
        <translation>Pakalpojums vēl nav gatavs.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Karte tiek nolasīta…</translation>
    </message>
    <message>
        <source>Mark what you want to sign.</source>
        <translation>Atzīmējiet, ko vēlaties parakstīt.</translation>
    </message>
    <message numerus="yes">
        <source>All %n signed.</source>
        <translation>
            <numerusform>Parakstīta %n.</numerusform>
            <numerusform>Parakstītas visas %n.</numerusform>
            <numerusform>Nav parakstīta neviena.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n signed.</source>
        <translation>
            <numerusform>Parakstītas %1 no %n.</numerusform>
            <numerusform>Parakstītas %1 no %n.</numerusform>
            <numerusform>Nav parakstīta neviena.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed: each row says why.</source>
        <translation>
            <numerusform>%n neizdevās: iemesls ir rindā.</numerusform>
            <numerusform>%n neizdevās: iemesls ir katrā rindā.</numerusform>
            <numerusform>Kļūdu nav.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled.</source>
        <translation>
            <numerusform>%n atcelta.</numerusform>
            <numerusform>%n atceltas.</numerusform>
            <numerusform>Atceltu nav.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark what you want to seal.</source>
        <translation>Atzīmējiet, ko vēlaties apzīmogot.</translation>
    </message>
    <message>
        <source>Mark what you want to archive.</source>
        <translation>Atzīmējiet, ko vēlaties arhivēt.</translation>
    </message>
    <message numerus="yes">
        <source>All %n sealed.</source>
        <translation>
            <numerusform>Visi %n apzīmogoti.</numerusform>
            <numerusform>Visi %n apzīmogoti.</numerusform>
            <numerusform>Nekas nav apzīmogots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sealed.</source>
        <translation>
            <numerusform>Apzīmogoti %1 no %n.</numerusform>
            <numerusform>Apzīmogoti %1 no %n.</numerusform>
            <numerusform>Apzīmogoti %1 no %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n archived.</source>
        <translation>
            <numerusform>Visi %n arhivēti.</numerusform>
            <numerusform>Visi %n arhivēti.</numerusform>
            <numerusform>Nekas nav arhivēts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n archived.</source>
        <translation>
            <numerusform>Arhivēti %1 no %n.</numerusform>
            <numerusform>Arhivēti %1 no %n.</numerusform>
            <numerusform>Arhivēti %1 no %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed: look at the documents before you do it again.</source>
        <translation>
            <numerusform>%n neapstiprināts: pirms atkārtošanas apskatiet dokumentus.</numerusform>
            <numerusform>%n neapstiprināti: pirms atkārtošanas apskatiet dokumentus.</numerusform>
            <numerusform>Neapstiprinātu nav.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the certificate…</source>
        <translation>Sertifikāts tiek nolasīts…</translation>
    </message>
</context>
<context>
    <name>signet::ui::CardPanel</name>
    <message>
        <source>Sign with</source>
        <translation>Ar ko parakstīt</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Karšu lasītājs</translation>
    </message>
    <message>
        <source>The card reader to sign with</source>
        <translation>Karšu lasītājs, ar kuru parakstīt</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Sertifikāts:</translation>
    </message>
    <message>
        <source>PIN2:</source>
        <translation>PIN2:</translation>
    </message>
    <message>
        <source>Card:</source>
        <translation>Karte:</translation>
    </message>
    <message>
        <source>Reader:</source>
        <translation>Lasītājs:</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Karte tiek nolasīta…</translation>
    </message>
    <message>
        <source>The only usable card</source>
        <translation>Vienīgā derīgā karte</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>derīgs līdz %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %n day(s) left</source>
        <translation>
            <numerusform>%1 – atlikusi %n diena</numerusform>
            <numerusform>%1 – atlikušas %n dienas</numerusform>
            <numerusform>%1 – pēdējā diena</numerusform>
        </translation>
    </message>
    <message>
        <source>Issued by %1, %2</source>
        <translation>Izdevējs: %1, %2</translation>
    </message>
    <message>
        <source>the card does not say how many tries are left</source>
        <translation>karte neatklāj, cik mēģinājumu atlicis</translation>
    </message>
    <message>
        <source>only one try left!</source>
        <translation>atlicis tikai viens mēģinājums!</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>atlicis %n mēģinājums</numerusform>
            <numerusform>atlikuši %n mēģinājumi</numerusform>
            <numerusform>nav atlicis neviens mēģinājums</numerusform>
        </translation>
    </message>
    <message>
        <source>No card to sign with</source>
        <translation>Nav kartes, ar ko parakstīt</translation>
    </message>
    <message>
        <source>%1 (with a PIN pad)</source>
        <translation>%1 (ar PIN tastatūru)</translation>
    </message>
    <message>
        <source>%1: reading the card…</source>
        <translation>%1: karte tiek nolasīta…</translation>
    </message>
    <message>
        <source>%1: contactless</source>
        <translation>%1: bezkontakta</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1: tukšs</translation>
    </message>
    <message>
        <source>%1: cannot sign</source>
        <translation>%1: parakstīt nevar</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>derīgums beidzās %1</translation>
    </message>
    <message>
        <source>valid from %1</source>
        <translation>derīgs no %1</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloķēts</translation>
    </message>
    <message>
        <source>Which card?</source>
        <translation>Kura karte?</translation>
    </message>
    <message>
        <source>PINs of the card…</source>
        <translation>Kartes PIN kodi…</translation>
    </message>
    <message>
        <source>Change or unblock PIN1 and PIN2</source>
        <translation>Nomainīt vai atbloķēt PIN1 un PIN2</translation>
    </message>
</context>
<context>
    <name>signet::ui::CentralKeyBox</name>
    <message>
        <source>Fingerprint of the service&apos;s key</source>
        <translation>Pakalpojuma atslēgas nospiedums</translation>
    </message>
    <message>
        <source>The e-seal&apos;s password goes to the service encrypted with this key. Compare its fingerprint with the one that the service has published:</source>
        <translation>E-zīmoga parole uz pakalpojumu tiek sūtīta šifrēta ar šo atslēgu. Salīdziniet tās nospiedumu ar to, ko pakalpojums ir publicējis:</translation>
    </message>
    <message>
        <source>Fingerprint of the new key:</source>
        <translation>Jaunās atslēgas nospiedums:</translation>
    </message>
    <message>
        <source>Key of the service:</source>
        <translation>Pakalpojuma atslēga:</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>Ask a&amp;gain</source>
        <translation>Jautāt vēlreiz</translation>
    </message>
    <message>
        <source>Use the new &amp;key</source>
        <translation>Lietot jauno atslēgu</translation>
    </message>
    <message>
        <source>It is right: use this &amp;key</source>
        <translation>Ir pareizi: lietot šo atslēgu</translation>
    </message>
</context>
<context>
    <name>signet::ui::CheckupDialog</name>
    <message>
        <source>Asking the service…</source>
        <translation>Vaicā pakalpojumam…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend before you can sign:</source>
        <translation>
            <numerusform>Pirms parakstīšanas jānovērš %n kļūme:</numerusform>
            <numerusform>Pirms parakstīšanas jānovērš %n kļūmes:</numerusform>
            <numerusform>Pirms parakstīšanas jānovērš %n kļūmju:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can sign; %n thing(s) to look after:</source>
        <translation>
            <numerusform>Parakstīt var; jāpievērš uzmanība %n lietai:</numerusform>
            <numerusform>Parakstīt var; jāpievērš uzmanība %n lietām:</numerusform>
            <numerusform>Parakstīt var; jāpievērš uzmanība %n lietām:</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is ready for signing.</source>
        <translation>Viss ir gatavs parakstīšanai.</translation>
    </message>
    <message>
        <source>Check the set-up</source>
        <translation>Iestatījumu un ierīču pārbaude</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kas</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Konstatēts</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Konstatēts</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Pārbaudīt &amp;vēlreiz</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopēt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Aizvērt</translation>
    </message>
</context>
<context>
    <name>signet::ui::DetailsPane</name>
    <message>
        <source>What became of it</source>
        <translation>Kas ar to notika</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumenti</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesija</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Atvērt dok&amp;umentu</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>Atvērt map&amp;i</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>Sag&amp;labāt kā…</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Laiki</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifikators</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fails</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Jaucējvērtība</translation>
    </message>
    <message>
        <source>Digest (base64)</source>
        <translation>Jaucējvērtība (base64)</translation>
    </message>
    <message>
        <source>Digest (hexadecimal)</source>
        <translation>Jaucējvērtība (heksadecimāli)</translation>
    </message>
    <message>
        <source>Select a session to see its documents, its digest and its result.</source>
        <translation>Izvēlieties sesiju, lai redzētu tās dokumentus, jaucējvērtību un rezultātu.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) selected.</source>
        <translation>
            <numerusform>Izvēlēta %n sesija.</numerusform>
            <numerusform>Izvēlētas %n sesijas.</numerusform>
            <numerusform>Nav izvēlēta neviena sesija.</numerusform>
        </translation>
    </message>
    <message>
        <source>Session: %1</source>
        <translation>Sesija: %1</translation>
    </message>
    <message>
        <source>picked %1</source>
        <translation>pievienota %1</translation>
    </message>
    <message>
        <source>signed by the card %1</source>
        <translation>karte parakstīja %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>pabeigta %1</translation>
    </message>
    <message>
        <source>The document that came of it</source>
        <translation>Tapušais dokuments</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Atvērt dokumentu</translation>
    </message>
    <message>
        <source>Open the folder in which the document lies</source>
        <translation>Atvērt mapi, kurā ir dokuments</translation>
    </message>
    <message>
        <source>Check the signat&amp;ures</source>
        <translation>Pārbaudīt parakstus</translation>
    </message>
    <message>
        <source>Ask the service which signatures the document has, and whether they are valid</source>
        <translation>Jautāt pakalpojumam, kādi paraksti dokumentā ir un vai tie ir derīgi</translation>
    </message>
    <message>
        <source>Fetch the document from the service and save it</source>
        <translation>Saņemt dokumentu no pakalpojuma un saglabāt</translation>
    </message>
    <message>
        <source>What trying again will do</source>
        <translation>Ko darīs atkārtots mēģinājums</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Kas tiks izdarīts</translation>
    </message>
</context>
<context>
    <name>signet::ui::DocumentSaver</name>
    <message>
        <source>Save the signed document</source>
        <translation>Saglabāt parakstīto dokumentu</translation>
    </message>
    <message>
        <source>Save the signed documents in</source>
        <translation>Saglabāt parakstītos dokumentus mapē</translation>
    </message>
</context>
<context>
    <name>signet::ui::EmptyPage</name>
    <message>
        <source>What would you like to sign?</source>
        <translation>Ko vēlaties parakstīt?</translation>
    </message>
    <message>
        <source>Drop files or folders here, or begin with one of these:</source>
        <translation>Ievelciet šeit failus vai mapes vai sāciet ar kādu no šiem:</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Izvēlēties failus…</translation>
    </message>
    <message>
        <source>Enter session identifiers…</source>
        <translation>Ievadīt sesiju identifikatorus…</translation>
    </message>
    <message>
        <source>Use the sa&amp;mple sessions</source>
        <translation>Izmantot paraugsesi&amp;jas</translation>
    </message>
</context>
<context>
    <name>signet::ui::ErrorView</name>
    <message>
        <source>Technical detail</source>
        <translation>Tehniskā informācija</translation>
    </message>
    <message>
        <source>Cop&amp;y all</source>
        <translation>Kopē&amp;t visu</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Kas notika</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Ko darīt</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Kods: %1</translation>
    </message>
</context>
<context>
    <name>signet::ui::FileField</name>
    <message>
        <source>All files (*)</source>
        <translation>Visi faili (*)</translation>
    </message>
</context>
<context>
    <name>signet::ui::FirstRunPage</name>
    <message>
        <source>My service</source>
        <translation>Mans pakalpojums</translation>
    </message>
    <message>
        <source>Welcome to Signet</source>
        <translation>Laipni lūdzam Signet</translation>
    </message>
    <message>
        <source>Signet signs documents with your eID card through a SignAPI service. Which service will you use? You can change this later, and add others.</source>
        <translation>Signet paraksta dokumentus ar jūsu eID karti, izmantojot SignAPI pakalpojumu. Kuru pakalpojumu izmantosiet? Vēlāk to varēsiet mainīt un pievienot citus.</translation>
    </message>
    <message>
        <source>eParaksts, &amp;test service: nothing is legally binding</source>
        <translation>eParaksts &amp;testa pakalpojums: nekas nav juridiski saistošs</translation>
    </message>
    <message>
        <source>eParaksts, &amp;production</source>
        <translation>eParaksts &amp;produkcijas pakalpojums</translation>
    </message>
    <message>
        <source>An&amp;other address, such as your organisation&apos;s</source>
        <translation>&amp;Cita adrese, piemēram, jūsu organizācijas</translation>
    </message>
    <message>
        <source>Try the &amp;demo instead</source>
        <translation>Tā vietā izmēģināt &amp;demonstrāciju</translation>
    </message>
    <message>
        <source>Sa&amp;ve and begin</source>
        <translation>&amp;Saglabāt un sākt</translation>
    </message>
</context>
<context>
    <name>signet::ui::HistoryDialog</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>pabeigtas %1 no %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n neizdevās</numerusform>
            <numerusform>%n neizdevās</numerusform>
            <numerusform>kļūdu nav</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n neapstiprināta</numerusform>
            <numerusform>%n neapstiprinātas</numerusform>
            <numerusform>neapstiprinātu nav</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n atcelta</numerusform>
            <numerusform>%n atceltas</numerusform>
            <numerusform>atceltu nav</numerusform>
        </translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>pārtraukta</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Vēstures eksportēšana</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabula (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saglabāts kā %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Vēsture</translation>
    </message>
    <message>
        <source>Search: identifier, document, signer, profile</source>
        <translation>Meklēt: identifikators, dokuments, parakstītājs, profils</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Meklēšana vēsturē</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Izpilde</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Rezultāts</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Laiks</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Agrākās izpildes</translation>
    </message>
    <message>
        <source>Nothing is kept that fits.</source>
        <translation>Nav saglabāts nekas atbilstošs.</translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation>Rādīt &amp;vairāk</translation>
    </message>
    <message>
        <source>&amp;Delete finished runs after:</source>
        <translation>&amp;Dzēst pabeigtās izpildes pēc:</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dienām</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nekad</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Eksportēt…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Aizvērt</translation>
    </message>
</context>
<context>
    <name>signet::ui::MainWindow</name>
    <message>
        <source>Saved as %1</source>
        <translation>Saglabāts kā %1</translation>
    </message>
    <message>
        <source>Signet – demo</source>
        <translation>Signet – demonstrācija</translation>
    </message>
    <message>
        <source>The journal of earlier runs could not be read. It is kept as %1, and a new one has been begun.</source>
        <translation>Agrāko izpilžu žurnālu nevarēja nolasīt. Tas ir saglabāts kā %1, un ir sākts jauns.</translation>
    </message>
</context>
<context>
    <name>signet::ui::MessageArea</name>
    <message>
        <source>This is a demo: service and card are built in, and nothing leaves this computer. The PIN2 of the demo card is %1, the password of the demo e-seal %2.</source>
        <translation>Šī ir demonstrācija: pakalpojums un karte ir iebūvēti, un nekas neatstāj šo datoru. Demonstrācijas kartes PIN2 ir %1, demonstrācijas e-zīmoga parole — %2.</translation>
    </message>
</context>
<context>
    <name>signet::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Aizvērt šo paziņojumu</translation>
    </message>
</context>
<context>
    <name>signet::ui::ModuleBox</name>
    <message>
        <source>PKCS#11 module</source>
        <translation>PKCS#11 modulis</translation>
    </message>
    <message>
        <source>Libraries (*.so *.so.* *.dll *.dylib)</source>
        <translation>Bibliotēkas (*.so *.so.* *.dll *.dylib)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Visi faili (*)</translation>
    </message>
    <message>
        <source>Other cards</source>
        <translation>Citas kartes</translation>
    </message>
    <message>
        <source>A card that Signet does not know can be used through its PKCS#11 module, a library of the card&apos;s own software. It gets the PIN2 to give it to the card, so choose only one that you trust. Each runs in a process of its own.</source>
        <translation>Karti, ko Signet nepazīst, var izmantot ar tās PKCS#11 moduli – kartes pašas programmatūras bibliotēku. Tas saņem PIN2, lai nodotu to kartei, tāpēc izvēlieties tikai tādu, kam uzticaties. Katrs darbojas savā procesā.</translation>
    </message>
    <message>
        <source>PKCS#11 modules</source>
        <translation>PKCS#11 moduļi</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>&amp;Pievienot…</translation>
    </message>
    <message>
        <source>Add a PKCS#11 module</source>
        <translation>Pievienot PKCS#11 moduli</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Noņemt</translation>
    </message>
    <message>
        <source>Remove the PKCS#11 module</source>
        <translation>Noņemt PKCS#11 moduli</translation>
    </message>
    <message>
        <source>This counts from Signet&apos;s next start on.</source>
        <translation>Tas būs spēkā no nākamās Signet palaišanas.</translation>
    </message>
</context>
<context>
    <name>signet::ui::OperationPane</name>
    <message>
        <source>Sign</source>
        <translation>Parakstīt</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Apzīmogot</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arhivēt</translation>
    </message>
    <message>
        <source>A person&apos;s signature, with an eID card</source>
        <translation>Personas paraksts ar eID karti</translation>
    </message>
    <message>
        <source>The organisation&apos;s e-seal</source>
        <translation>Organizācijas e-zīmogs</translation>
    </message>
    <message>
        <source>An archive time stamp over what is signed already</source>
        <translation>Arhīva laika zīmogs jau parakstītam</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Ko darīt</translation>
    </message>
</context>
<context>
    <name>signet::ui::PinDialog</name>
    <message>
        <source>Enter PIN2 to sign</source>
        <translation>Ievadiet PIN2, lai parakstītu</translation>
    </message>
    <message>
        <source>&amp;PIN2, the PIN for signing (%1 to %2 digits):</source>
        <translation>&amp;PIN2, parakstīšanas PIN (%1 līdz %2 cipari):</translation>
    </message>
    <message>
        <source>PIN2</source>
        <translation>PIN2</translation>
    </message>
    <message>
        <source>I &amp;know: if this PIN2 is wrong, it is blocked.</source>
        <translation>Es &amp;zinu: ja šis PIN2 būs nepareizs, tas tiks bloķēts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>With this entry you sign:</source>
        <translation>Ar šo ievadi jūs parakstāt:</translation>
    </message>
    <message numerus="yes">
        <source>With one entry you sign all of these %n:</source>
        <translation>
            <numerusform>Ar vienu ievadi jūs parakstāt šo %n:</numerusform>
            <numerusform>Ar vienu ievadi jūs parakstāt visas šīs %n:</numerusform>
            <numerusform>Ar šo ievadi jūs neparakstāt neko:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>…and %n more</source>
        <translation>
            <numerusform>…un vēl %n</numerusform>
            <numerusform>…un vēl %n</numerusform>
            <numerusform>…un vairāk nekā</numerusform>
        </translation>
    </message>
    <message>
        <source>What you sign</source>
        <translation>Ko jūs parakstāt</translation>
    </message>
    <message>
        <source>⚠ This is the last try. A wrong PIN2 blocks it; only the PUK opens it again.</source>
        <translation>⚠ Šis ir pēdējais mēģinājums. Nepareizs PIN2 to bloķēs; atbloķēt varēs tikai ar PUK.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>atlicis %n mēģinājums</numerusform>
            <numerusform>atlikuši %n mēģinājumi</numerusform>
            <numerusform>nav atlicis neviens mēģinājums</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Pārbauda…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n</source>
        <translation>
            <numerusform>&amp;Parakstīt %n</numerusform>
            <numerusform>&amp;Parakstīt %n</numerusform>
            <numerusform>&amp;Parakstīt</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter PIN2 on the &amp;reader, not on this computer</source>
        <translation>Ievadīt PIN2 &amp;lasītājā, nevis šajā datorā</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message numerus="yes">
        <source>You sign all of these %n; many cards want PIN2 for each:</source>
        <translation>
            <numerusform>Jūs parakstāt šo %n; daudzas kartes prasa PIN2 katram parakstam:</numerusform>
            <numerusform>Jūs parakstāt visas šīs %n; daudzas kartes prasa PIN2 katram parakstam:</numerusform>
            <numerusform>Jūs neparakstāt neko:</numerusform>
        </translation>
    </message>
    <message>
        <source>Click “Sign”, then type PIN2 (%1 to %2 digits) on the reader.</source>
        <translation>Nospiediet „Parakstīt” un tad ievadiet PIN2 (%1 līdz %2 cipari) lasītājā.</translation>
    </message>
    <message>
        <source>Stopping: press the cancel key on the reader.</source>
        <translation>Tiek apturēts: nospiediet atcelšanas taustiņu lasītājā.</translation>
    </message>
    <message>
        <source>%1 still waits for PIN2. Nothing more is signed, whatever is typed there.</source>
        <translation>%1 vēl gaida PIN2. Nekas vairs netiks parakstīts, lai ko tur ievadītu.</translation>
    </message>
    <message>
        <source>Enter PIN2 on the reader: signature %1 of %2</source>
        <translation>Ievadiet PIN2 lasītājā: %1. paraksts no %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for %n second(s). Type the digits there, and confirm with its OK key.</source>
        <translation>
            <numerusform>%1 gaida %n sekundi. Ievadiet ciparus tur un apstipriniet ar tā taustiņu „OK”.</numerusform>
            <numerusform>%1 gaida %n sekundes. Ievadiet ciparus tur un apstipriniet ar tā taustiņu „OK”.</numerusform>
            <numerusform>%1 gaida %n sekundes. Ievadiet ciparus tur un apstipriniet ar tā taustiņu „OK”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the reader…</source>
        <translation>Gaida lasītāju…</translation>
    </message>
    <message>
        <source>Signature %1 of %2: with this entry you sign only</source>
        <translation>%1. paraksts no %2: ar šo ievadi jūs parakstāt tikai</translation>
    </message>
    <message>
        <source>Signet keeps PIN2 for this batch only: a card that wants it for every signature gets it again.</source>
        <translation>Signet glabā PIN2 tikai šīs parakstīšanas laikā: karte, kas to prasa katram parakstam, to saņem atkārtoti.</translation>
    </message>
</context>
<context>
    <name>signet::ui::PinForm</name>
    <message>
        <source>&amp;Unblock %1</source>
        <translation>&amp;Atbloķēt %1</translation>
    </message>
    <message>
        <source>&amp;Change %1</source>
        <translation>No&amp;mainīt %1</translation>
    </message>
    <message>
        <source>Unblock %1 with the PUK</source>
        <translation>Atbloķēt %1 ar PUK</translation>
    </message>
    <message>
        <source>Change PIN1, the PIN for logging in</source>
        <translation>Nomainīt PIN1, pieslēgšanās PIN</translation>
    </message>
    <message>
        <source>Change PIN2, the PIN for signing</source>
        <translation>Nomainīt PIN2, parakstīšanas PIN</translation>
    </message>
    <message>
        <source>The PUK stands in the envelope that came with the card.</source>
        <translation>PUK ir aploksnē, ko saņēmāt kopā ar karti.</translation>
    </message>
    <message>
        <source>&amp;PUK:</source>
        <translation>&amp;PUK:</translation>
    </message>
    <message>
        <source>&amp;Present %1:</source>
        <translation>&amp;Pašreizējais %1:</translation>
    </message>
    <message>
        <source>&amp;New %1:</source>
        <translation>&amp;Jaunais %1:</translation>
    </message>
    <message>
        <source>New %1 &amp;again:</source>
        <translation>Jaunais %1 &amp;vēlreiz:</translation>
    </message>
    <message>
        <source>Enter everything on the &amp;reader, not on this computer</source>
        <translation>Visu ievadīt &amp;lasītājā, nevis šajā datorā</translation>
    </message>
    <message>
        <source>Only one try is left for %1!</source>
        <translation>%1 ievadei atlicis tikai viens mēģinājums!</translation>
    </message>
    <message numerus="yes">
        <source>Tries left for %1: %n</source>
        <translation>
            <numerusform>%1 ievadei atlicis %n mēģinājums</numerusform>
            <numerusform>%1 ievadei atlikuši %n mēģinājumi</numerusform>
            <numerusform>%1 ievadei nav atlicis neviens mēģinājums</numerusform>
        </translation>
    </message>
    <message>
        <source>I &amp;know: if this PUK is wrong, it is blocked for good.</source>
        <translation>Es &amp;zinu: ja šis PUK būs nepareizs, tas tiks bloķēts pavisam.</translation>
    </message>
    <message>
        <source>I &amp;know: if this %1 is wrong, it is blocked.</source>
        <translation>Es &amp;zinu: ja šis %1 būs nepareizs, tas tiks bloķēts.</translation>
    </message>
    <message>
        <source>Now enter the PUK on the reader. Its cancel key ends this.</source>
        <translation>Tagad ievadiet PUK lasītājā. Lasītāja atcelšanas taustiņš to pārtrauc.</translation>
    </message>
    <message>
        <source>Now enter the new %1 on the reader, twice. Its cancel key ends this.</source>
        <translation>Tagad divreiz ievadiet jauno %1 lasītājā. Lasītāja atcelšanas taustiņš to pārtrauc.</translation>
    </message>
    <message>
        <source>Now enter the present %1 on the reader, then the new one twice. Its cancel key ends this.</source>
        <translation>Tagad ievadiet lasītājā pašreizējo %1, tad divreiz jauno. Lasītāja atcelšanas taustiņš to pārtrauc.</translation>
    </message>
    <message>
        <source>The reader will ask for the PUK, then for the new %1 twice.</source>
        <translation>Lasītājs prasīs PUK, tad divreiz jauno %1.</translation>
    </message>
    <message>
        <source>The reader will ask for the present %1, then for the new one twice.</source>
        <translation>Lasītājs prasīs pašreizējo %1, tad divreiz jauno.</translation>
    </message>
    <message>
        <source>The new %1 has %2 to %3 digits.</source>
        <translation>Jaunajam %1 jābūt %2 līdz %3 ciparus garam.</translation>
    </message>
    <message>
        <source>This one is easily guessed. Better are digits without a pattern.</source>
        <translation>Šo ir viegli uzminēt. Labāk izvēlieties ciparus bez likumības.</translation>
    </message>
    <message>
        <source>The new %1 is fine.</source>
        <translation>Jaunais %1 der.</translation>
    </message>
</context>
<context>
    <name>signet::ui::PinsDialog</name>
    <message>
        <source>PINs of the card</source>
        <translation>Kartes PIN kodi</translation>
    </message>
    <message>
        <source>Card without a certificate for signing</source>
        <translation>Karte bez parakstīšanas sertifikāta</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Nav kartes</translation>
    </message>
    <message>
        <source>%1 is changed. From now on the new one holds.</source>
        <translation>%1 ir nomainīts. Turpmāk der jaunais.</translation>
    </message>
    <message>
        <source>%1 is unblocked. From now on the new one holds.</source>
        <translation>%1 ir atbloķēts. Turpmāk der jaunais.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;tpakaļ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
    <message>
        <source>Waiting for the card…</source>
        <translation>Gaida karti…</translation>
    </message>
</context>
<context>
    <name>signet::ui::PinsOverview</name>
    <message>
        <source>for logging in</source>
        <translation>lai pieslēgtos</translation>
    </message>
    <message>
        <source>for signing</source>
        <translation>lai parakstītu</translation>
    </message>
    <message>
        <source>unblocks PIN1 and PIN2</source>
        <translation>atbloķē PIN1 un PIN2</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Nomainīt…</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Nomainīt %1</translation>
    </message>
    <message>
        <source>Give %1 a new value, if you know the present one</source>
        <translation>Piešķirt %1 jaunu vērtību, ja zināt pašreizējo</translation>
    </message>
    <message>
        <source>Unblock…</source>
        <translation>Atbloķēt…</translation>
    </message>
    <message>
        <source>Unblock %1 with the PUK</source>
        <translation>Atbloķēt %1 ar PUK</translation>
    </message>
    <message>
        <source>%1 is blocked, or you have forgotten it: give it a new value with the PUK</source>
        <translation>%1 ir bloķēts vai aizmirsts: piešķiriet tam jaunu vērtību ar PUK</translation>
    </message>
    <message>
        <source>the card does not say how many tries are left</source>
        <translation>karte neatklāj, cik mēģinājumu atlicis</translation>
    </message>
    <message>
        <source>blocked: only the office that issued the card can help (in Latvia, the PMLP)</source>
        <translation>bloķēts: var palīdzēt tikai iestāde, kas karti izsniedza (Latvijā – PMLP)</translation>
    </message>
    <message>
        <source>blocked: unblock it with the PUK</source>
        <translation>bloķēts: atbloķējiet to ar PUK</translation>
    </message>
    <message>
        <source>only one try left!</source>
        <translation>atlicis tikai viens mēģinājums!</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>atlicis %n mēģinājums</numerusform>
            <numerusform>atlikuši %n mēģinājumi</numerusform>
            <numerusform>nav atlicis neviens mēģinājums</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::ProfileDialog</name>
    <message>
        <source>New profile</source>
        <translation>Jauns profils</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profili</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>&amp;Profils:</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Dzēst</translation>
    </message>
    <message>
        <source>Sa&amp;ve and use</source>
        <translation>&amp;Saglabāt un lietot</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>signet::ui::ProfileForm</name>
    <message>
        <source>The connection works.</source>
        <translation>Savienojums darbojas.</translation>
    </message>
    <message>
        <source>The connection works. The service knows you as %1.</source>
        <translation>Savienojums darbojas. Pakalpojums jūs pazīst kā %1.</translation>
    </message>
    <message>
        <source>Files may have up to %1.</source>
        <translation>Faili drīkst būt līdz %1.</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Sertifikāti, kuriem uzticēties</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Sertifikāti (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Visi faili (*)</translation>
    </message>
    <message>
        <source>Enter the secret first.</source>
        <translation>Vispirms ievadiet noslēpumu.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Pārbauda…</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nosaukums:</translation>
    </message>
    <message>
        <source>Add&amp;ress of the service:</source>
        <translation>Pakalpojuma ad&amp;rese:</translation>
    </message>
    <message>
        <source>&amp;Access:</source>
        <translation>Pi&amp;ekļuve:</translation>
    </message>
    <message>
        <source>Client identifier and secret</source>
        <translation>Klienta identifikators un noslēpums</translation>
    </message>
    <message>
        <source>A ready access token</source>
        <translation>Gatavs piekļuves marķieris</translation>
    </message>
    <message>
        <source>Address for &amp;tokens:</source>
        <translation>&amp;Marķieru adrese:</translation>
    </message>
    <message>
        <source>Client &amp;identifier:</source>
        <translation>Klienta &amp;identifikators:</translation>
    </message>
    <message>
        <source>Client &amp;secret:</source>
        <translation>Klienta n&amp;oslēpums:</translation>
    </message>
    <message>
        <source>Access &amp;token:</source>
        <translation>Pie&amp;kļuves marķieris:</translation>
    </message>
    <message>
        <source>empty: the one that is kept</source>
        <translation>tukšs: glabātais</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s key chain</source>
        <translation>&amp;Glabāt sistēmas atslēgu glabātavā</translation>
    </message>
    <message>
        <source>Trust also the &amp;certificates in:</source>
        <translation>Uzticēties arī &amp;sertifikātiem no:</translation>
    </message>
    <message>
        <source>File with certificates to trust</source>
        <translation>Fails ar sertifikātiem, kuriem uzticēties</translation>
    </message>
    <message>
        <source>usually empty</source>
        <translation>parasti tukšs</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>I&amp;zvēlēties…</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Vairāk iespēju</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>Pār&amp;baudīt savienojumu</translation>
    </message>
</context>
<context>
    <name>signet::ui::ProfileOptions</name>
    <message>
        <source>Sessions in one request:</source>
        <translation>Sesijas vienā pieprasījumā:</translation>
    </message>
    <message>
        <source>Wait for an answer (seconds):</source>
        <translation>Gaidīt atbildi (sekundes):</translation>
    </message>
    <message>
        <source>Look up an unclear end (seconds):</source>
        <translation>Noskaidrot neskaidru iznākumu (sekundes):</translation>
    </message>
    <message>
        <source>Authentication certificate instead of the card&apos;s:</source>
        <translation>Autentifikācijas sertifikāts kartes sertifikāta vietā:</translation>
    </message>
    <message>
        <source>Encode identifier and secret as forms are</source>
        <translation>Kodēt identifikatoru un noslēpumu kā veidlapas datus</translation>
    </message>
    <message>
        <source>Send ECDSA signatures as r‖s instead of DER</source>
        <translation>Sūtīt ECDSA parakstus kā r‖s, nevis DER</translation>
    </message>
    <message>
        <source>Seal and archive: send the authentication certificate as PEM text</source>
        <translation>Zīmogs un arhīvs: autentifikācijas sertifikātu sūtīt kā PEM tekstu</translation>
    </message>
    <message>
        <source>Seal: encrypt the password with OAEP instead of PKCS#1 v1.5</source>
        <translation>Zīmogs: paroli šifrēt ar OAEP, nevis PKCS#1 v1.5</translation>
    </message>
    <message>
        <source>Sign: ask for PIN2 before every signature</source>
        <translation>Parakstīt: prasīt PIN2 pirms katra paraksta</translation>
    </message>
    <message>
        <source>One entry signs one session, whatever the card would allow. Otherwise one entry signs a whole batch.</source>
        <translation>Ar vienu ievadi paraksta vienu sesiju, lai ko atļautu karte. Citādi ar vienu ievadi paraksta visu atzīmēto.</translation>
    </message>
</context>
<context>
    <name>signet::ui::ReportDialog</name>
    <message>
        <source>Signatures</source>
        <translation>Paraksti</translation>
    </message>
    <message>
        <source>Signatures of %1</source>
        <translation>%1 paraksti</translation>
    </message>
    <message>
        <source>The service is checking the signatures of %1…</source>
        <translation>Pakalpojums pārbauda %1 parakstus…</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>&amp;Kopēt pārskatu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Aizvērt</translation>
    </message>
</context>
<context>
    <name>signet::ui::ResultFormMenu</name>
    <message>
        <source>Res&amp;ult for these sessions</source>
        <translation>Re&amp;zultāts šīm sesijām</translation>
    </message>
    <message>
        <source>Res&amp;ult for this session</source>
        <translation>Re&amp;zultāts šai sesijai</translation>
    </message>
    <message>
        <source>&amp;As chosen below</source>
        <translation>Kā i&amp;zvēlēts zemāk</translation>
    </message>
    <message>
        <source>&amp;Container: add, or make one</source>
        <translation>&amp;Konteinerā</translation>
    </message>
    <message>
        <source>Always a &amp;new container</source>
        <translation>Vienmēr &amp;jauns konteiners</translation>
    </message>
    <message>
        <source>Inside the &amp;PDF</source>
        <translation>Pašā &amp;PDF</translation>
    </message>
</context>
<context>
    <name>signet::ui::SealConnection</name>
    <message>
        <source>Choose the e-seal first.</source>
        <translation>Vispirms izvēlieties e-zīmogu.</translation>
    </message>
    <message>
        <source>Opening the e-seal…</source>
        <translation>Atver e-zīmogu…</translation>
    </message>
    <message>
        <source>Asking the service for its key…</source>
        <translation>Jautā pakalpojumam tā atslēgu…</translation>
    </message>
    <message>
        <source>Confirm the service&apos;s key first.</source>
        <translation>Vispirms apstipriniet pakalpojuma atslēgu.</translation>
    </message>
</context>
<context>
    <name>signet::ui::SealDialog</name>
    <message>
        <source>E-seal of the organisation</source>
        <translation>Organizācijas e-zīmogs</translation>
    </message>
    <message>
        <source>The profile remembers where the files are. The password is asked for when the e-seal is opened.</source>
        <translation>Profils atceras, kur ir faili. Paroli jautā, kad e-zīmogu atver.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Izvēlēties…</translation>
    </message>
    <message>
        <source>File of the e-seal</source>
        <translation>E-zīmoga fails</translation>
    </message>
    <message>
        <source>a PFX or P12 file</source>
        <translation>PFX vai P12 fails</translation>
    </message>
    <message>
        <source>E-seals (*.pfx *.p12)</source>
        <translation>E-zīmogi (*.pfx *.p12)</translation>
    </message>
    <message>
        <source>Authentication certificate</source>
        <translation>Autentifikācijas sertifikāts</translation>
    </message>
    <message>
        <source>PEM, DER or PFX</source>
        <translation>PEM, DER vai PFX</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der *.pfx *.p12)</source>
        <translation>Sertifikāti (*.pem *.crt *.cer *.der *.pfx *.p12)</translation>
    </message>
    <message>
        <source>Key of the service</source>
        <translation>Pakalpojuma atslēga</translation>
    </message>
    <message>
        <source>usually empty: the service is asked</source>
        <translation>parasti tukšs: jautā pakalpojumam</translation>
    </message>
    <message>
        <source>Keys and certificates (*.pem *.pub *.crt *.cer *.der)</source>
        <translation>Atslēgas un sertifikāti (*.pem *.pub *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>&amp;File of the e-seal:</source>
        <translation>E-zīmoga &amp;fails:</translation>
    </message>
    <message>
        <source>&amp;Authentication certificate:</source>
        <translation>&amp;Autentifikācijas sertifikāts:</translation>
    </message>
    <message>
        <source>&amp;Key of the service:</source>
        <translation>Pakalpojuma at&amp;slēga:</translation>
    </message>
    <message>
        <source>&amp;Use this e-seal</source>
        <translation>&amp;Lietot šo e-zīmogu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
</context>
<context>
    <name>signet::ui::SealPanel</name>
    <message>
        <source>Seal with</source>
        <translation>Apzīmogot ar</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Sertifikāts:</translation>
    </message>
    <message>
        <source>Fingerprint:</source>
        <translation>Nospiedums:</translation>
    </message>
    <message>
        <source>Time stamps with:</source>
        <translation>Laika zīmogi ar:</translation>
    </message>
    <message>
        <source>No e-seal has been chosen</source>
        <translation>E-zīmogs nav izvēlēts</translation>
    </message>
    <message>
        <source>An e-seal is a PFX file of your organisation. Choose it once; the profile remembers it.</source>
        <translation>E-zīmogs ir jūsu organizācijas PFX fails. Izvēlieties to vienreiz; profils to atcerēsies.</translation>
    </message>
    <message>
        <source>Opening the e-seal…</source>
        <translation>Atver e-zīmogu…</translation>
    </message>
    <message>
        <source>The e-seal is locked. Its password is asked for once after each start.</source>
        <translation>E-zīmogs ir slēgts. Tā paroli jautā vienreiz pēc katras palaišanas.</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>derīgs līdz %1</translation>
    </message>
    <message>
        <source>Issued by %1</source>
        <translation>Izdevējs: %1</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>%1, valid until %2</source>
        <translation>%1, derīgs līdz %2</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>Ievadīt paroli…</translation>
    </message>
    <message>
        <source>Choose the e-seal…</source>
        <translation>Izvēlēties e-zīmogu…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Mainīt…</translation>
    </message>
</context>
<context>
    <name>signet::ui::SealPasswordDialog</name>
    <message>
        <source>Open the e-seal</source>
        <translation>E-zīmoga atvēršana</translation>
    </message>
    <message>
        <source>Enter the password of the e-seal&apos;s file %1.</source>
        <translation>Ievadiet e-zīmoga faila %1 paroli.</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Parole:</translation>
    </message>
    <message>
        <source>Password of the e-seal&apos;s file</source>
        <translation>E-zīmoga faila parole</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s key chain</source>
        <translation>&amp;Glabāt sistēmas atslēgu glabātavā</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Atcelt</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Pārbauda…</translation>
    </message>
    <message>
        <source>&amp;Open the e-seal</source>
        <translation>&amp;Atvērt e-zīmogu</translation>
    </message>
</context>
<context>
    <name>signet::ui::SecretPrompt</name>
    <message>
        <source>Enter the client secret or the access token of “%1”.</source>
        <translation>Ievadiet profila “%1” klienta noslēpumu vai piekļuves marķieri.</translation>
    </message>
    <message>
        <source>Enter the client secret or the access token of “%1”. This computer has no key chain to keep it in, so Signet asks once after each start.</source>
        <translation>Ievadiet profila “%1” klienta noslēpumu vai piekļuves marķieri. Šajā datorā nav atslēgu glabātavas, tāpēc Signet to jautā vienreiz pēc katras palaišanas.</translation>
    </message>
    <message>
        <source>Client secret or access token</source>
        <translation>Klienta noslēpums vai piekļuves marķieris</translation>
    </message>
    <message>
        <source>&amp;Keep it in the key chain</source>
        <translation>&amp;Glabāt atslēgu glabātavā</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Sa&amp;vienot</translation>
    </message>
</context>
<context>
    <name>signet::ui::ServicePanel</name>
    <message>
        <source>Service</source>
        <translation>Pakalpojums</translation>
    </message>
    <message>
        <source>Profile of the service</source>
        <translation>Pakalpojuma profils</translation>
    </message>
    <message>
        <source>Which service, and as which client</source>
        <translation>Kurš pakalpojums un kā kurš klients</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profili</translation>
    </message>
    <message>
        <source>Add or change profiles</source>
        <translation>Pievienot vai mainīt profilus</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>&amp;Mēģināt vēlreiz</translation>
    </message>
    <message>
        <source>No service has been chosen.</source>
        <translation>Pakalpojums nav izvēlēts.</translation>
    </message>
    <message>
        <source>Asking the key chain…</source>
        <translation>Vaicā atslēgu glabātavai…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Savienojas…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Savienots</translation>
    </message>
    <message>
        <source>Connected as %1</source>
        <translation>Savienots kā %1</translation>
    </message>
</context>
<context>
    <name>signet::ui::SessionPane</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>Pie&amp;vienot failus…</translation>
    </message>
    <message>
        <source>Add sess&amp;ions…</source>
        <translation>Pievienot &amp;sesijas…</translation>
    </message>
    <message>
        <source>Find by name, identifier or result</source>
        <translation>Meklēt pēc nosaukuma, identifikatora vai rezultāta</translation>
    </message>
    <message>
        <source>Find sessions</source>
        <translation>Meklēt sesijas</translation>
    </message>
    <message>
        <source>Which sessions to show</source>
        <translation>Kuras sesijas rādīt</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesijas</translation>
    </message>
    <message>
        <source>No session fits what you are looking for.</source>
        <translation>Neviena sesija neatbilst meklētajam.</translation>
    </message>
    <message>
        <source>Mark a&amp;ll</source>
        <translation>At&amp;zīmēt visas</translation>
    </message>
    <message>
        <source>Mark &amp;none</source>
        <translation>&amp;Noņemt atzīmes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Visas</translation>
    </message>
    <message>
        <source>With trouble</source>
        <translation>Ar kļūdām</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sesija</numerusform>
            <numerusform>%n sesijas</numerusform>
            <numerusform>nav sesiju</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>atzīmēta %n</numerusform>
            <numerusform>atzīmētas %n</numerusform>
            <numerusform>nav atzīmēta neviena</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumenti</translation>
    </message>
    <message>
        <source>Not yet done</source>
        <translation>Vēl nav pabeigtas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pabeigtas</translation>
    </message>
</context>
<context>
    <name>signet::ui::SessionTableModel</name>
    <message>
        <source>Documents</source>
        <translation>Dokumenti</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stāvoklis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Rezultāts</translation>
    </message>
</context>
<context>
    <name>signet::ui::SettingsDialog</name>
    <message>
        <source>Folder for signed documents</source>
        <translation>Parakstīto dokumentu mape</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Iestatījumi</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Valoda:</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Izskats:</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Kā sistēmā</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Gaišs</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tumšs</translation>
    </message>
    <message>
        <source>&amp;Save all signed documents in this folder:</source>
        <translation>&amp;Saglabāt visus parakstītos dokumentus šajā mapē:</translation>
    </message>
    <message>
        <source>Otherwise they are saved beside their originals, where those are files of this computer.</source>
        <translation>Citādi tie tiek saglabāti blakus oriģināliem, ja tie ir šī datora faili.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>I&amp;zvēlēties…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Aizvērt</translation>
    </message>
</context>
<context>
    <name>signet::ui::SignBar</name>
    <message>
        <source>Progress</source>
        <translation>Norise</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n</source>
        <translation>
            <numerusform>&amp;Parakstīt %n</numerusform>
            <numerusform>&amp;Parakstīt %n</numerusform>
            <numerusform>&amp;Parakstīt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>&amp;Parakstīt</translation>
    </message>
    <message>
        <source>Stop &amp;waiting</source>
        <translation>Vairs ne&amp;gaidīt</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Atc&amp;elt</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>pabeigtas %1 no %2</translation>
    </message>
    <message>
        <source>stopping: waiting for what has already been sent</source>
        <translation>apstājas: gaida to, kas jau nosūtīts</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Sagatavo…</translation>
    </message>
    <message>
        <source>%1 of %2 signed by the card</source>
        <translation>karte parakstījusi %1 no %2</translation>
    </message>
    <message>
        <source>Waiting for your PIN2</source>
        <translation>Gaida jūsu PIN2</translation>
    </message>
    <message>
        <source>Container: add, or make one</source>
        <translation>Konteinerā</translation>
    </message>
    <message>
        <source>Always a new container</source>
        <translation>Vienmēr jauns konteiners</translation>
    </message>
    <message>
        <source>PDF where possible</source>
        <translation>PDF, kur iespējams</translation>
    </message>
    <message>
        <source>Inside the PDF</source>
        <translation>Pašā PDF</translation>
    </message>
    <message>
        <source>Adds to a container that is there; anything else is put into a new one.</source>
        <translation>Pievieno esošam konteineram; visu pārējo ievieto jaunā.</translation>
    </message>
    <message>
        <source>A container that is there is put into a new one with everything in it.</source>
        <translation>Esošu konteineru ar visu saturu ievieto jaunā.</translation>
    </message>
    <message>
        <source>Inside the PDF where a session has exactly one; otherwise in a container.</source>
        <translation>Pašā PDF, ja sesijā ir tieši viens; citādi konteinerā.</translation>
    </message>
    <message>
        <source>Inside the PDF of each session; a session that has not exactly one is left out.</source>
        <translation>Katras sesijas PDF; sesiju, kurā nav tieši viens, izlaiž.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Rezultāts</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Seal %n</source>
        <translation>
            <numerusform>Apzīmogot %n</numerusform>
            <numerusform>Apzīmogot %n</numerusform>
            <numerusform>Apzīmogot %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Seal</source>
        <translation>Apzīmogot</translation>
    </message>
    <message numerus="yes">
        <source>Ar&amp;chive %n</source>
        <translation>
            <numerusform>Arhivēt %n</numerusform>
            <numerusform>Arhivēt %n</numerusform>
            <numerusform>Arhivēt %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ar&amp;chive</source>
        <translation>Arhivēt</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Strādā…</translation>
    </message>
    <message>
        <source>For&amp;m of the result:</source>
        <translation>Rezultāta veids:</translation>
    </message>
    <message numerus="yes">
        <source>The service is not answering as it should: trying again in %n s</source>
        <translation>
            <numerusform>Pakalpojums neatbild, kā vajadzētu: mēģinās vēlreiz pēc %n s</numerusform>
            <numerusform>Pakalpojums neatbild, kā vajadzētu: mēģinās vēlreiz pēc %n s</numerusform>
            <numerusform>Pakalpojums neatbild, kā vajadzētu: mēģinās vēlreiz pēc %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 per minute</source>
        <translation>%1 minūtē</translation>
    </message>
</context>
<context>
    <name>signet::ui::UnfinishedBar</name>
    <message numerus="yes">
        <source>%n signed and not sent.</source>
        <translation>
            <numerusform>%n parakstīta un nav nosūtīta.</numerusform>
            <numerusform>%n parakstītas un nav nosūtītas.</numerusform>
            <numerusform>Parakstītu un nenosūtītu nav.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent, and it is not known what became of them.</source>
        <translation>
            <numerusform>%n nosūtīta, un nav zināms, kas ar to noticis.</numerusform>
            <numerusform>%n nosūtītas, un nav zināms, kas ar tām noticis.</numerusform>
            <numerusform>Nosūtītu bez zināma iznākuma nav.</numerusform>
        </translation>
    </message>
    <message>
        <source>Going on looks them up, and sends what was signed.</source>
        <translation>Turpinot to noskaidro un parakstīto nosūta.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Turpināt</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Apskatīt…</translation>
    </message>
    <message>
        <source>Unfinished from before (%1 of %2): %3</source>
        <translation>Nepabeigts no iepriekšējām reizēm (%1 no %2): %3</translation>
    </message>
</context>
<context>
    <name>signet::ui::UnfinishedDialog</name>
    <message>
        <source>Unfinished from before</source>
        <translation>Nepabeigtais no iepriekšējām reizēm</translation>
    </message>
    <message>
        <source>Going on looks up what became of what was sent, and sends what was signed. No card and no PIN are needed.</source>
        <translation>Turpinot noskaidro, kas noticis ar nosūtīto, un nosūta parakstīto. Nav vajadzīga ne karte, ne PIN.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokuments</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stāvoklis</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Kopš</translation>
    </message>
    <message>
        <source>Unfinished sessions</source>
        <translation>Nepabeigtās sesijas</translation>
    </message>
    <message>
        <source>Also &amp;send again what is still not confirmed after that</source>
        <translation>Arī &amp;sūtīt vēlreiz to, kas arī pēc tam nav apstiprināts</translation>
    </message>
    <message>
        <source>Look at the documents first: if the first request was carried out after all, sending it again may add a second signature, seal or time stamp. Seals are sent again only while the e-seal is unlocked.</source>
        <translation>Vispirms apskatiet dokumentus: ja pirmais pieprasījums tomēr ir izpildīts, atkārtota sūtīšana var pievienot otru parakstu, zīmogu vai laika zīmogu. Zīmogus vēlreiz sūta tikai tad, kad e-zīmogs ir atslēgts.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Turpināt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Aizvērt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 no %2</translation>
    </message>
</context>
<context>
    <name>signet::ui::WindowDialogs</name>
    <message>
        <source>Nothing yet</source>
        <translation>Vēl nekā nav</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n of them</source>
        <translation>
            <numerusform>&amp;Visas (%n)</numerusform>
            <numerusform>&amp;Visas (%n)</numerusform>
            <numerusform>&amp;Visas</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Aizmirst tās</translation>
    </message>
    <message>
        <source>Folder whose files are to be added</source>
        <translation>Mape, kuras failus pievienot</translation>
    </message>
    <message>
        <source>Files to add</source>
        <translation>Pievienojamie faili</translation>
    </message>
</context>
</TS>
