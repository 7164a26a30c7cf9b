<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Batch</name>
    <message>
        <source>time stamps</source>
        <translation>меток времени</translation>
    </message>
</context>
<context>
    <name>CardHost</name>
    <message>
        <source>the program that runs it cannot be started</source>
        <translation>программу, которая его выполняет, не удаётся запустить</translation>
    </message>
    <message>
        <source>it cannot be loaded</source>
        <translation>его не удаётся загрузить</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>такого файла нет</translation>
    </message>
    <message>
        <source>it is not a PKCS#11 module</source>
        <translation>это не модуль PKCS#11</translation>
    </message>
</context>
<context>
    <name>CardType</name>
    <message>
        <source>Latvian eID (Cosmo 8)</source>
        <translation>Латвийская карта eID (Cosmo 8)</translation>
    </message>
    <message>
        <source>Latvian eID (Cosmo X)</source>
        <translation>Латвийская карта eID (Cosmo X)</translation>
    </message>
    <message>
        <source>Latvian eID</source>
        <translation>Латвийская карта eID</translation>
    </message>
    <message>
        <source>Estonian eID (Cosmo 8)</source>
        <translation>Эстонская карта eID (Cosmo 8)</translation>
    </message>
    <message>
        <source>Estonian eID (Cosmo X)</source>
        <translation>Эстонская карта eID (Cosmo X)</translation>
    </message>
    <message>
        <source>Estonian eID</source>
        <translation>Эстонская карта eID</translation>
    </message>
</context>
<context>
    <name>Checkup</name>
    <message>
        <source>For signing, valid until %1.</source>
        <translation>Для подписания, действителен до %1.</translation>
    </message>
    <message>
        <source>For authentication, valid until %1.</source>
        <translation>Для аутентификации, действителен до %1.</translation>
    </message>
    <message numerus="yes">
        <source>Tries left for the PIN2: %n.</source>
        <translation>
            <numerusform>Осталось попыток ввода PIN2: %n.</numerusform>
            <numerusform>Осталось попыток ввода PIN2: %n.</numerusform>
            <numerusform>Осталось попыток ввода PIN2: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>No card is in it.</source>
        <translation>Карты в нём нет.</translation>
    </message>
    <message>
        <source>A card is in it.</source>
        <translation>В нём есть карта.</translation>
    </message>
    <message>
        <source>The service does not tell the time.</source>
        <translation>Сервис не сообщает время.</translation>
    </message>
    <message>
        <source>It agrees with the service&apos;s.</source>
        <translation>Совпадают с часами сервиса.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n минуту</numerusform>
            <numerusform>%n минуты</numerusform>
            <numerusform>%n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>None: the service is reached directly.</source>
        <translation>Нет: соединение с сервисом прямое.</translation>
    </message>
    <message>
        <source>The service is reached through it.</source>
        <translation>Соединение с сервисом идёт через него.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Работает.</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>Отвечает.</translation>
    </message>
    <message>
        <source>The service lets this client in.</source>
        <translation>Сервис признаёт и впускает этого клиента.</translation>
    </message>
    <message>
        <source>No service was chosen.</source>
        <translation>Сервис не выбран.</translation>
    </message>
    <message>
        <source>It reads cards without contact, which Signet does not use.</source>
        <translation>Он читает карты бесконтактно, а этим Signet не пользуется.</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>One of these is needed: %1.</source>
        <translation>Нужно одно из: %1.</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 и %2 исключают друг друга.</translation>
    </message>
    <message>
        <source>The option %1 needs a value.</source>
        <translation>Параметру %1 нужно значение.</translation>
    </message>
    <message>
        <source>%1: “%2” is not the address of a service.</source>
        <translation>%1: «%2» — не адрес сервиса.</translation>
    </message>
    <message>
        <source>%1 takes a whole number in the range %2.</source>
        <translation>%1 принимает целое число в пределах %2.</translation>
    </message>
    <message>
        <source>--client-id needs %1 beside it.</source>
        <translation>Вместе с --client-id нужен %1.</translation>
    </message>
    <message>
        <source>Standard input (-) can be used once only.</source>
        <translation>Стандартный ввод (-) можно использовать только один раз.</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>«%1» здесь не ожидается.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Нет команды «%1».</translation>
    </message>
    <message>
        <source>A command is needed.</source>
        <translation>Нужна команда.</translation>
    </message>
    <message numerus="yes">
        <source>Tries left for the PIN2: %n.</source>
        <translation>
            <numerusform>Попыток для PIN2: осталась %n.</numerusform>
            <numerusform>Попыток для PIN2: осталось %n.</numerusform>
            <numerusform>Попыток для PIN2: осталось %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The option %1 is given twice.</source>
        <translation>Параметр %1 указан дважды.</translation>
    </message>
    <message>
        <source>The option %1 takes no value.</source>
        <translation>Параметр %1 не принимает значения.</translation>
    </message>
    <message>
        <source>One JSON object on each line of standard output.</source>
        <translation>По одному объекту JSON в каждой строке стандартного вывода.</translation>
    </message>
    <message>
        <source>A profile that was set up in the window. Its secret comes from the system&apos;s key chain, or is asked for on the terminal.</source>
        <translation>Профиль, созданный в окне. Его секрет берётся из системного хранилища ключей или запрашивается в терминале.</translation>
    </message>
    <message>
        <source>The service&apos;s address, instead of a profile: https, or http to this computer.</source>
        <translation>Адрес сервиса вместо профиля: https или http к этому компьютеру.</translation>
    </message>
    <message>
        <source>With --api: a file that holds the access token.</source>
        <translation>С --api: файл с токеном доступа.</translation>
    </message>
    <message>
        <source>With --api: the environment variable that holds the access token.</source>
        <translation>С --api: переменная окружения с токеном доступа.</translation>
    </message>
    <message>
        <source>With --api: the client identifier with which tokens are asked for.</source>
        <translation>С --api: идентификатор клиента, с которым запрашиваются токены.</translation>
    </message>
    <message>
        <source>With --client-id: a file that holds the client&apos;s secret.</source>
        <translation>С --client-id: файл с секретом клиента.</translation>
    </message>
    <message>
        <source>With --client-id: the whole address of the token endpoint.</source>
        <translation>С --client-id: полный адрес конечной точки токенов.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust beside the system&apos;s.</source>
        <translation>Сертификаты (PEM), которым доверять помимо системных.</translation>
    </message>
    <message>
        <source>A file with one session on each line; - is standard input.</source>
        <translation>Файл с одной сессией в каждой строке; - означает стандартный ввод.</translation>
    </message>
    <message>
        <source>Always make a new container, even around one that is there.</source>
        <translation>Всегда создавать новый контейнер, даже вокруг существующего.</translation>
    </message>
    <message>
        <source>The reader to use: its name, or a part that fits no other.</source>
        <translation>Используемый считыватель: его имя или часть, не подходящая к другим.</translation>
    </message>
    <message>
        <source>A file that holds PIN2; - is standard input. Without it, the terminal is asked.</source>
        <translation>Файл с PIN2; - означает стандартный ввод. Без него PIN2 запрашивается в терминале.</translation>
    </message>
    <message>
        <source>Go on although a wrong PIN2 would block it.</source>
        <translation>Продолжать, хотя неверный PIN2 заблокирует его.</translation>
    </message>
    <message>
        <source>Sessions in one request, 1 to 1000 (20).</source>
        <translation>Сессий в одном запросе, от 1 до 1000 (20).</translation>
    </message>
    <message>
        <source>Seconds for the service&apos;s answer, 1 to 3600 (60).</source>
        <translation>Секунд на ответ сервиса, от 1 до 3600 (60).</translation>
    </message>
    <message>
        <source>Seconds for which an unclear end is looked up, 0 to 3600 (30).</source>
        <translation>Секунд на выяснение неясного исхода, от 0 до 3600 (30).</translation>
    </message>
    <message>
        <source>Signs sessions or files with the card.</source>
        <translation>Подписывает сессии или файлы картой.</translation>
    </message>
    <message>
        <source>Shows the card readers, and whether their cards can sign.</source>
        <translation>Показывает считыватели карт и можно ли подписывать их картами.</translation>
    </message>
    <message>
        <source>Shows both certificates of each card.</source>
        <translation>Показывает оба сертификата каждой карты.</translation>
    </message>
    <message>
        <source>Signs sample sessions with a virtual card at a service inside the program.</source>
        <translation>Подписывает образцы сессий виртуальной картой на сервисе внутри программы.</translation>
    </message>
    <message>
        <source>Where the signed documents go; otherwise a new temporary folder.</source>
        <translation>Куда поместить подписанные документы; иначе в новую временную папку.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Демонстрация</translation>
    </message>
    <message>
        <source>The signed documents are in %1</source>
        <translation>Подписанные документы находятся в %1</translation>
    </message>
    <message>
        <source>The demonstration is not part of this build.</source>
        <translation>Демонстрация не входит в эту сборку.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>стандартный ввод</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>это папка</translation>
    </message>
    <message>
        <source>it is too large for a secret</source>
        <translation>он слишком велик для секрета</translation>
    </message>
    <message>
        <source>it is too large for a list of sessions</source>
        <translation>он слишком велик для списка сессий</translation>
    </message>
    <message>
        <source>Secret of the profile “%1”: </source>
        <translation>Секрет профиля «%1»: </translation>
    </message>
    <message>
        <source>No secret is kept for the profile “%1”, and there is no terminal to ask for it.</source>
        <translation>Для профиля «%1» секрет не сохранён, и нет терминала, чтобы его запросить.</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>осталось примерно %1 с</translation>
    </message>
    <message>
        <source>The environment variable %1 is not set, or empty.</source>
        <translation>Переменная окружения %1 не задана или пуста.</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Нет профиля «%1».</translation>
    </message>
    <message>
        <source>The list of sessions is empty.</source>
        <translation>Список сессий пуст.</translation>
    </message>
    <message>
        <source>Stopping. What has been sent is waited for; press Ctrl-C again to stop waiting.</source>
        <translation>Остановка. Отправленное ожидается; нажмите Ctrl-C ещё раз, чтобы не ждать.</translation>
    </message>
    <message>
        <source>See: signet-cli --help</source>
        <translation>См.: signet-cli --help</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>он закрыт</translation>
    </message>
    <message>
        <source>Nothing can be saved in the folder “%1”: %2.</source>
        <translation>В папку «%1» ничего нельзя сохранить: %2.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the PIN2. Give --pin-file.</source>
        <translation>Нет терминала, чтобы запросить PIN2. Укажите --pin-file.</translation>
    </message>
    <message>
        <source>Results could not be written to standard output: %1.</source>
        <translation>Результаты не удалось записать в стандартный вывод: %1.</translation>
    </message>
    <message>
        <source>Without --profile, %1 is needed.</source>
        <translation>Без --profile нужен %1.</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>Нужен %1.</translation>
    </message>
    <message>
        <source>Send the authentication certificate as PEM text instead of base64 DER.</source>
        <translation>Передавать сертификат аутентификации текстом PEM вместо base64 DER.</translation>
    </message>
    <message>
        <source>A session. May be given many times.</source>
        <translation>Сессия. Можно указывать много раз.</translation>
    </message>
    <message>
        <source>A file, in a session of its own. May be given many times.</source>
        <translation>Файл в собственной сессии. Можно указывать много раз.</translation>
    </message>
    <message>
        <source>Save the documents that come of it here, under free names. Without it, those of --file are saved beside the original.</source>
        <translation>Сохранять полученные документы здесь под свободными именами. Без этого результаты --file сохраняются рядом с оригиналом.</translation>
    </message>
    <message>
        <source>Sign inside the PDF instead of in a container. A session that is not exactly one PDF is refused.</source>
        <translation>Подписывать внутри PDF, а не в контейнере. Сессия, в которой не ровно один PDF, отклоняется.</translation>
    </message>
    <message>
        <source>Like --pdf for sessions with exactly one PDF; the others get a container.</source>
        <translation>Как --pdf для сессий ровно с одним PDF; остальные получают контейнер.</translation>
    </message>
    <message>
        <source>The e-seal: a PFX (PKCS#12) file. Without it, the profile&apos;s.</source>
        <translation>Электронная печать: файл PFX (PKCS#12). Без этого — из профиля.</translation>
    </message>
    <message>
        <source>A file that holds the password of the e-seal; - is standard input. Without it, the terminal is asked.</source>
        <translation>Файл с паролем электронной печати; - — стандартный ввод. Без этого спрашивается в терминале.</translation>
    </message>
    <message>
        <source>The authentication certificate that belongs to the e-seal, for the time stamp: PEM, DER, or a PFX with the same password, of which only the certificate is sent. Without it, the profile&apos;s.</source>
        <translation>Сертификат аутентификации электронной печати для метки времени: PEM, DER или PFX с тем же паролем, из которого передаётся только сертификат. Без этого — из профиля.</translation>
    </message>
    <message>
        <source>The service&apos;s public key that protects the password on its way. Without it, the profile&apos;s, or the one that the service names.</source>
        <translation>Открытый ключ сервиса, который защищает пароль в пути. Без этого — из профиля или тот, что назовёт сервис.</translation>
    </message>
    <message>
        <source>Encrypt the password with OAEP (SHA-1) instead of PKCS#1 v1.5.</source>
        <translation>Шифровать пароль с OAEP (SHA-1) вместо PKCS#1 v1.5.</translation>
    </message>
    <message>
        <source>The authentication certificate for the time stamp: PEM, DER, or a PFX, of which only the certificate is sent. Without it, the profile&apos;s, or the card&apos;s; no PIN is needed.</source>
        <translation>Сертификат аутентификации для метки времени: PEM, DER или PFX, из которого передаётся только сертификат. Без этого — из профиля или с карты; PIN не нужен.</translation>
    </message>
    <message>
        <source>With a PFX: a file that holds its password; - is standard input.</source>
        <translation>С PFX: файл с его паролем; - — стандартный ввод.</translation>
    </message>
    <message>
        <source>Where the documents are saved, under free names.</source>
        <translation>Куда сохранять документы под свободными именами.</translation>
    </message>
    <message>
        <source>Seals sessions or files with the organisation&apos;s e-seal.</source>
        <translation>Скрепляет сессии или файлы электронной печатью организации.</translation>
    </message>
    <message>
        <source>Adds archive time stamps to what is signed already.</source>
        <translation>Добавляет архивные метки времени к уже подписанному.</translation>
    </message>
    <message>
        <source>Saves the documents of sessions.</source>
        <translation>Сохраняет документы сессий.</translation>
    </message>
    <message>
        <source>Password of the e-seal: </source>
        <translation>Пароль электронной печати: </translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password of the e-seal. Give --pfx-password-file.</source>
        <translation>Нет терминала, чтобы запросить пароль электронной печати. Укажите --pfx-password-file.</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>готово %1 из %2</translation>
    </message>
    <message>
        <source>%1 signed</source>
        <translation>подписано: %1</translation>
    </message>
    <message>
        <source>The profile “%1” has no e-seal. Give --pfx and --auth-certificate.</source>
        <translation>В профиле «%1» нет электронной печати. Укажите --pfx и --auth-certificate.</translation>
    </message>
    <message>
        <source>The service&apos;s key for the password of the e-seal is new here: %1</source>
        <translation>Ключ сервиса для пароля электронной печати здесь новый: %1</translation>
    </message>
    <message>
        <source>Ready to sign.</source>
        <translation>Готова к подписанию.</translation>
    </message>
    <message>
        <source>for signing</source>
        <translation>для подписи</translation>
    </message>
    <message>
        <source>for authentication</source>
        <translation>для аутентификации</translation>
    </message>
    <message>
        <source>no usable card or reader</source>
        <translation>нет пригодной карты или считывателя</translation>
    </message>
    <message>
        <source>no session could be prepared for lack of authorisation or connection</source>
        <translation>ни одну сессию не удалось подготовить: нет авторизации или соединения</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Коды завершения:</translation>
    </message>
    <message>
        <source>Signs, seals and archives documents through SignAPI.</source>
        <translation>Подписывает, скрепляет печатью и архивирует документы через SignAPI.</translation>
    </message>
    <message>
        <source>Explains a command and its options.</source>
        <translation>Объясняет команду и её параметры.</translation>
    </message>
    <message>
        <source>Says which version this is.</source>
        <translation>Показывает версию.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) signs all of these sessions: %n.</source>
        <translation>
            <numerusform>%1 (%2) подписывает все эти сессии: %n.</numerusform>
            <numerusform>%1 (%2) подписывает все эти сессии: %n.</numerusform>
            <numerusform>%1 (%2) подписывает все эти сессии: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>PIN2: </source>
        <translation>PIN2: </translation>
    </message>
    <message>
        <source>finalized</source>
        <translation>завершено</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>не подтверждено</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>Picked: %1. %2. Seconds: %3.</source>
        <translation>Выбрано: %1. %2. Секунд: %3.</translation>
    </message>
    <message>
        <source>Finalized, but not saved here: %1.</source>
        <translation>Завершено, но здесь не сохранено: %1.</translation>
    </message>
    <message>
        <source>the command line is wrong, or a file that it names; nothing was done</source>
        <translation>командная строка или указанный в ней файл неверны; ничего не сделано</translation>
    </message>
    <message>
        <source>“signet-cli %1” has no option “%2”.</source>
        <translation>У команды «signet-cli %1» нет параметра «%2».</translation>
    </message>
    <message>
        <source>A signed file, in a session that is closed again afterwards. May be given many times.</source>
        <translation>Подписанный файл в сессии, которая затем снова закрывается. Можно указывать много раз.</translation>
    </message>
    <message>
        <source>Has the service check the signatures in sessions or files.</source>
        <translation>Поручает сервису проверить подписи в сессиях или файлах.</translation>
    </message>
    <message numerus="yes">
        <source>the same goes for %n more sessions: see their results</source>
        <translation>
            <numerusform>то же относится ещё к %n сессии: смотрите её результат</numerusform>
            <numerusform>то же относится ещё к %n сессиям: смотрите их результаты</numerusform>
            <numerusform>то же относится ещё к %n сессиям: смотрите их результаты</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>what will be done to %n sessions is not known before</source>
        <translation>
            <numerusform>что будет сделано с %n сессией, заранее неизвестно</numerusform>
            <numerusform>что будет сделано с %n сессиями, заранее неизвестно</numerusform>
            <numerusform>что будет сделано с %n сессиями, заранее неизвестно</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin anew with sessions that an earlier run left unfinished: it may have been carried out, and this would be a second one.</source>
        <translation>Начать заново с сессиями, которые прежний запуск оставил незавершёнными: возможно, он был выполнен, и это будет второй раз.</translation>
    </message>
    <message>
        <source>Only show what is unfinished.</source>
        <translation>Только показать, что не завершено.</translation>
    </message>
    <message>
        <source>Send again what stays unconfirmed after it was looked up: the same signature, but perhaps for the second time. A seal is not sent again.</source>
        <translation>Отправить снова то, что и после выяснения осталось неподтверждённым: ту же подпись, но, возможно, во второй раз. Печать снова не отправляется.</translation>
    </message>
    <message>
        <source>Goes on with what earlier runs left unfinished: signatures that were not sent, requests whose outcome is not known. Without a service, each is reached as it was before.</source>
        <translation>Продолжает то, что прежние запуски оставили незавершённым: неотправленные подписи, запросы с неизвестным исходом. Без указания сервиса к каждому обращаются так же, как прежде.</translation>
    </message>
    <message>
        <source>How %1 is reached is not known any more: give --profile, or --api and what belongs to it.</source>
        <translation>Уже неизвестно, как обратиться к %1: укажите --profile или --api и то, что к нему относится.</translation>
    </message>
    <message>
        <source>The profile “%1” is not that of %2 any more: give --api and what belongs to it.</source>
        <translation>Профиль «%1» больше не относится к %2: укажите --api и то, что к нему относится.</translation>
    </message>
    <message>
        <source>signed, not sent</source>
        <translation>подписано, не отправлено</translation>
    </message>
    <message>
        <source>sent, outcome not known</source>
        <translation>отправлено, исход неизвестен</translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>Скрепление печатью</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Архивирование</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Подписание</translation>
    </message>
    <message>
        <source>%1, begun %2, at %3</source>
        <translation>%1, начато %2, %3</translation>
    </message>
    <message>
        <source>Nothing is left to go on with.</source>
        <translation>Продолжать нечего.</translation>
    </message>
    <message>
        <source>The journal of earlier runs could not be read. It is kept as %1, and a new one has been begun.</source>
        <translation>Журнал прежних запусков не удалось прочитать. Он сохранён как %1, и начат новый.</translation>
    </message>
    <message>
        <source>To look again what became of the unconfirmed ones: signet-cli resume. To send them again after that: signet-cli resume --resend.</source>
        <translation>Чтобы ещё раз выяснить, что стало с неподтверждёнными: signet-cli resume. Чтобы затем отправить их снова: signet-cli resume --resend.</translation>
    </message>
    <message>
        <source>Looks at everything that signing needs (smart card service, readers, cards, certificates; and a service, if it is named: address, token, clock, proxy), and says what is wrong and what to do.</source>
        <translation>Проверяет всё, что нужно для подписания (службу смарт-карт, считыватели, карты, сертификаты; если назван сервис, то и его адрес, токен, часы и прокси), и говорит, что не так и что делать.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>хорошо</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>неполадка</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Всё в порядке.</translation>
    </message>
    <message>
        <source>Troubles: %1. Warnings: %2.</source>
        <translation>Неполадок: %1. Предупреждений: %2.</translation>
    </message>
    <message>
        <source>PIN2 can be typed on this reader (--pin-pad).</source>
        <translation>PIN2 можно вводить на этом считывателе (--pin-pad).</translation>
    </message>
    <message>
        <source>PIN2 is typed on the reader&apos;s PIN pad: for each signature, if the card wants that.</source>
        <translation>PIN2 вводится на клавиатуре считывателя: для каждой подписи, если карта этого требует.</translation>
    </message>
    <message>
        <source>interrupted, or cancelled on the reader&apos;s PIN pad</source>
        <translation>прервано или отменено на клавиатуре считывателя</translation>
    </message>
    <message>
        <source>Enter PIN2 on the reader: signature %1 of %2.</source>
        <translation>Введите PIN2 на считывателе: подпись %1 из %2.</translation>
    </message>
    <message>
        <source>Ask for PIN2 before every signature, on the terminal or with --pin-pad. A profile can want this, too; --pin-file is then refused.</source>
        <translation>Запрашивать PIN2 перед каждой подписью: в терминале или с --pin-pad. Этого может требовать и профиль; тогда --pin-file отклоняется.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Обратите внимание: %1</translation>
    </message>
    <message>
        <source>The profile wants PIN2 to be asked for before every signature: --pin-file cannot do that. Leave it out, or give --pin-pad.</source>
        <translation>Профиль требует запрашивать PIN2 перед каждой подписью: с --pin-file это невозможно. Уберите его или укажите --pin-pad.</translation>
    </message>
    <message>
        <source>%1 (%2) signs %3: signature %4 of %5.</source>
        <translation>%1 (%2) подписывает %3: подпись %4 из %5.</translation>
    </message>
    <message>
        <source>The card in %1, which is used unless this one is named.</source>
        <translation>Та же карта, что в считывателе %1; если этот не назван, используется тот.</translation>
    </message>
    <message>
        <source>The PKCS#11 module “%1” is not there.</source>
        <translation>Модуля PKCS#11 «%1» нет.</translation>
    </message>
    <message>
        <source>A PKCS#11 module, such as the card&apos;s own software, whose cards are used beside those of the readers: the absolute path of its file. It runs in a process of its own. May be given many times. Without it, those of the settings.</source>
        <translation>Модуль PKCS#11, например собственное программное обеспечение карты, карты которого используются наряду с картами в считывателях: абсолютный путь к его файлу. Он работает в отдельном процессе. Можно указать много раз. Если не указан, используются модули из настроек.</translation>
    </message>
    <message>
        <source>%1: “%2” is not an absolute path.</source>
        <translation>%1: «%2» — не абсолютный путь.</translation>
    </message>
    <message>
        <source>“pin” needs to know what: status, change or unblock.</source>
        <translation>Команде «pin» нужно указать, что делать: status, change или unblock.</translation>
    </message>
    <message>
        <source>Which: 1, the PIN for logging in, or 2, the PIN for signing.</source>
        <translation>Какой: 1, PIN для входа, или 2, PIN для подписания.</translation>
    </message>
    <message>
        <source>A file that holds the new PIN; - is standard input. Without it, the terminal is asked, twice.</source>
        <translation>Файл с новым PIN; - означает стандартный ввод. Без него PIN дважды запрашивается в терминале.</translation>
    </message>
    <message>
        <source>A file that holds the present PIN; - is standard input. Without it, the terminal is asked.</source>
        <translation>Файл с нынешним PIN; - означает стандартный ввод. Без него PIN запрашивается в терминале.</translation>
    </message>
    <message>
        <source>All is typed on the reader&apos;s PIN pad: the present PIN, then the new one twice.</source>
        <translation>Всё вводится на клавиатуре считывателя: нынешний PIN, затем дважды новый.</translation>
    </message>
    <message>
        <source>Go on although a wrong PIN would block it.</source>
        <translation>Продолжать, хотя неверный PIN заблокирует его.</translation>
    </message>
    <message>
        <source>A file that holds the PUK; - is standard input. Without it, the terminal is asked.</source>
        <translation>Файл с PUK; - означает стандартный ввод. Без него PUK запрашивается в терминале.</translation>
    </message>
    <message>
        <source>All is typed on the reader&apos;s PIN pad: the PUK, then the new PIN twice.</source>
        <translation>Всё вводится на клавиатуре считывателя: PUK, затем дважды новый PIN.</translation>
    </message>
    <message>
        <source>Go on although a wrong PUK would block it for good.</source>
        <translation>Продолжать, хотя неверный PUK заблокирует его навсегда.</translation>
    </message>
    <message>
        <source>Shows the PINs of each card: the tries left of PIN1, PIN2 and the PUK. No PIN is needed.</source>
        <translation>Показывает PIN-коды каждой карты: оставшиеся попытки PIN1, PIN2 и PUK. PIN не нужен.</translation>
    </message>
    <message>
        <source>Changes PIN1 or PIN2.</source>
        <translation>Меняет PIN1 или PIN2.</translation>
    </message>
    <message>
        <source>Unblocks PIN1 or PIN2 with the PUK, and gives it a new value.</source>
        <translation>Разблокирует PIN1 или PIN2 с помощью PUK и задаёт новое значение.</translation>
    </message>
    <message>
        <source>all sessions are finalized, and saved where that was asked for; or downloaded; or valid; the PIN is changed</source>
        <translation>все сеансы завершены и, где требовалось, сохранены; или скачаны; или действительны; PIN изменён</translation>
    </message>
    <message>
        <source>some are not, or results could not be written; it is not known whether the PIN was changed</source>
        <translation>некоторые нет, или результаты не удалось записать; неизвестно, изменён ли PIN</translation>
    </message>
    <message>
        <source>a PIN or the PUK wrong, blocked, not typed on the PIN pad in time, or on its last try without --allow-last-pin-try (--allow-last-puk-try); a new PIN that will not do; the e-seal&apos;s password wrong</source>
        <translation>PIN или PUK неверен, заблокирован, не введён вовремя на клавиатуре считывателя либо осталась последняя попытка без --allow-last-pin-try (--allow-last-puk-try); новый PIN не годится; пароль электронной печати неверен</translation>
    </message>
    <message>
        <source>Waiting for the card&apos;s answer; a PIN pad ends with its own cancel key.</source>
        <translation>Ожидается ответ карты; ввод на клавиатуре считывателя прерывает её клавиша отмены.</translation>
    </message>
    <message>
        <source>PIN1, for logging in</source>
        <translation>PIN1, для входа</translation>
    </message>
    <message>
        <source>PIN2, for signing</source>
        <translation>PIN2, для подписания</translation>
    </message>
    <message>
        <source>PUK, for unblocking</source>
        <translation>PUK, для разблокировки</translation>
    </message>
    <message>
        <source>the card does not say how many tries are left</source>
        <translation>карта не сообщает, сколько попыток осталось</translation>
    </message>
    <message numerus="yes">
        <source>tries left: %n</source>
        <translation>
            <numerusform>осталась %n попытка</numerusform>
            <numerusform>осталось %n попытки</numerusform>
            <numerusform>осталось %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>blocked; only the office that issued the card can help</source>
        <translation>заблокирован; помочь может только учреждение, выдавшее карту</translation>
    </message>
    <message>
        <source>blocked; see signet-cli help pin unblock</source>
        <translation>заблокирован; см. signet-cli help pin unblock</translation>
    </message>
    <message>
        <source>%1 is unblocked; the new one holds.</source>
        <translation>%1 разблокирован; действует новый.</translation>
    </message>
    <message>
        <source>%1 is changed.</source>
        <translation>%1 изменён.</translation>
    </message>
    <message>
        <source>Enter the PUK on the reader.</source>
        <translation>Введите PUK на считывателе.</translation>
    </message>
    <message>
        <source>Enter the new %1 on the reader, twice.</source>
        <translation>Дважды введите новый %1 на считывателе.</translation>
    </message>
    <message>
        <source>Enter the present %1 on the reader, then the new one twice.</source>
        <translation>Введите на считывателе нынешний %1, затем дважды новый.</translation>
    </message>
    <message>
        <source>Warning: the new PIN is easily guessed.</source>
        <translation>Предупреждение: новый PIN легко угадать.</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the PINs. Give %1 and %2.</source>
        <translation>Нет терминала, чтобы запросить PIN-коды. Укажите %1 и %2.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3 digits): </source>
        <translation>%1 (от %2 до %3 цифр): </translation>
    </message>
    <message>
        <source>Present %1: </source>
        <translation>Нынешний %1: </translation>
    </message>
    <message>
        <source>New %1 (%2 to %3 digits): </source>
        <translation>Новый %1 (от %2 до %3 цифр): </translation>
    </message>
    <message>
        <source>New %1 again: </source>
        <translation>Новый %1 ещё раз: </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Signs documents with an eID card through SignAPI.</source>
        <translation>Подписывает документы картой eID через SignAPI.</translation>
    </message>
    <message>
        <source>Try it out with a built-in service and card.</source>
        <translation>Попробовать со встроенными сервисом и картой.</translation>
    </message>
    <message>
        <source>Use the profile of this name.</source>
        <translation>Использовать профиль с этим именем.</translation>
    </message>
    <message>
        <source>Files, folders and session identifiers to begin with.</source>
        <translation>Файлы, папки и идентификаторы сессий, с которых начать.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo</source>
        <translation>Демонстрация</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Something went wrong inside Signet.</source>
        <translation>Внутри Signet произошла ошибка.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, copy the details and send them to support.</source>
        <translation>Попробуйте ещё раз. Если это повторится, скопируйте сведения и отправьте их в службу поддержки.</translation>
    </message>
    <message>
        <source>Stopped before anything was changed.</source>
        <translation>Остановлено прежде, чем что-либо изменилось.</translation>
    </message>
    <message>
        <source>Start again when you are ready.</source>
        <translation>Начните снова, когда будете готовы.</translation>
    </message>
    <message>
        <source>“%1” is not a session identifier.</source>
        <translation>«%1» — не идентификатор сессии.</translation>
    </message>
    <message>
        <source>An identifier has 1 to 64 letters, digits, hyphens or underscores. Copy it again from where it came.</source>
        <translation>Идентификатор состоит из 1–64 букв, цифр, дефисов или подчёркиваний. Скопируйте его ещё раз из источника.</translation>
    </message>
    <message>
        <source>Check that the file still exists and that you may read it.</source>
        <translation>Проверьте, что файл ещё существует и что вам разрешено его читать.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>Файл %1 пуст.</translation>
    </message>
    <message>
        <source>Choose a file that has content.</source>
        <translation>Выберите файл, в котором есть содержимое.</translation>
    </message>
    <message>
        <source>The file %1 has %2; the service accepts at most %3.</source>
        <translation>Размер файла %1 — %2; сервис принимает не более %3.</translation>
    </message>
    <message>
        <source>Make the file smaller, or sign its parts one by one.</source>
        <translation>Уменьшите файл или подпишите его части по отдельности.</translation>
    </message>
    <message>
        <source>It is signed and safe at the service. Make room or choose another folder, and save it again.</source>
        <translation>Он подписан и хранится у сервиса. Освободите место или выберите другую папку и сохраните ещё раз.</translation>
    </message>
    <message>
        <source>Open the profile and fill in what is missing.</source>
        <translation>Откройте профиль и заполните недостающее.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a service.</source>
        <translation>«%1» — не адрес сервиса.</translation>
    </message>
    <message>
        <source>An address looks like https://signapi.eparaksts.lv.</source>
        <translation>Адрес выглядит так: https://signapi.eparaksts.lv.</translation>
    </message>
    <message>
        <source>The address %1 is not encrypted.</source>
        <translation>Адрес %1 не использует шифрование.</translation>
    </message>
    <message>
        <source>Use an address that begins with https. Plain http is only allowed to this computer itself.</source>
        <translation>Используйте адрес, начинающийся с https. Обычный http разрешён только к самому этому компьютеру.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate that could be used to trust the service.</source>
        <translation>В файле %1 нет сертификата, по которому можно доверять сервису.</translation>
    </message>
    <message>
        <source>Choose a file with one or more certificates in PEM form.</source>
        <translation>Выберите файл с одним или несколькими сертификатами в формате PEM.</translation>
    </message>
    <message>
        <source>The system&apos;s key chain did not keep or give the secret.</source>
        <translation>Системное хранилище ключей не сохранило или не выдало секрет.</translation>
    </message>
    <message>
        <source>Signet will ask for the secret once after each start.</source>
        <translation>Signet будет спрашивать секрет один раз после каждого запуска.</translation>
    </message>
    <message>
        <source>The smart card service is not installed.</source>
        <translation>Служба смарт-карт не установлена.</translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: the package pcscd), then try again.</source>
        <translation>Установите её (в Debian и Ubuntu: пакет pcscd) и попробуйте снова.</translation>
    </message>
    <message>
        <source>The smart card service is not running, or was interrupted.</source>
        <translation>Служба смарт-карт не запущена или была прервана.</translation>
    </message>
    <message>
        <source>You are not allowed to use the smart card service.</source>
        <translation>Вам не разрешено пользоваться службой смарт-карт.</translation>
    </message>
    <message>
        <source>Log in at the computer itself, or ask your administrator for the right to use pcscd (polkit).</source>
        <translation>Войдите в систему за самим компьютером или попросите у администратора право использовать pcscd (polkit).</translation>
    </message>
    <message>
        <source>The smart card service reports an error (%1).</source>
        <translation>Служба смарт-карт сообщает об ошибке (%1).</translation>
    </message>
    <message>
        <source>Unplug the reader and plug it in again. If that does not help, restart the smart card service.</source>
        <translation>Отключите считыватель и подключите его снова. Если это не поможет, перезапустите службу смарт-карт.</translation>
    </message>
    <message>
        <source>There is no card reader.</source>
        <translation>Нет считывателя карт.</translation>
    </message>
    <message>
        <source>Plug in a card reader and insert your eID card.</source>
        <translation>Подключите считыватель и вставьте карту eID.</translation>
    </message>
    <message>
        <source>There is no card reader called “%1”.</source>
        <translation>Нет считывателя карт с именем «%1».</translation>
    </message>
    <message>
        <source>Check its name in the list of readers.</source>
        <translation>Проверьте его имя в списке считывателей.</translation>
    </message>
    <message>
        <source>Give more of the reader&apos;s name.</source>
        <translation>Укажите имя считывателя полнее.</translation>
    </message>
    <message>
        <source>There is no card in the reader %1.</source>
        <translation>В считывателе %1 нет карты.</translation>
    </message>
    <message>
        <source>Insert your eID card, chip first.</source>
        <translation>Вставьте карту eID чипом вперёд.</translation>
    </message>
    <message>
        <source>No reader holds an eID card that can sign.</source>
        <translation>Ни в одном считывателе нет карты eID, которой можно подписать.</translation>
    </message>
    <message>
        <source>Choose the one to sign with, or take the others out.</source>
        <translation>Выберите, какой подписывать, или извлеките остальные.</translation>
    </message>
    <message>
        <source>The card in the reader %1 is not an eID card that Signet knows.</source>
        <translation>Карта в считывателе %1 — не карта eID, известная Signet.</translation>
    </message>
    <message>
        <source>Another program is using the card.</source>
        <translation>Карту использует другая программа.</translation>
    </message>
    <message>
        <source>Close other signing programs and browser windows that use the card, then try again.</source>
        <translation>Закройте другие программы для подписания и окна браузера, использующие карту, и попробуйте снова.</translation>
    </message>
    <message>
        <source>The card was taken out of the reader.</source>
        <translation>Карта была извлечена из считывателя.</translation>
    </message>
    <message>
        <source>Another program reset the card.</source>
        <translation>Другая программа сбросила карту.</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>Карта не отвечает.</translation>
    </message>
    <message>
        <source>Take the card out, wipe its contacts, and insert it again.</source>
        <translation>Извлеките карту, протрите её контакты и вставьте снова.</translation>
    </message>
    <message>
        <source>The card refused a command (status %1).</source>
        <translation>Карта отклонила команду (статус %1).</translation>
    </message>
    <message>
        <source>Take the card out, insert it again, and try once more.</source>
        <translation>Извлеките карту, вставьте снова и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The card holds data that cannot be read.</source>
        <translation>На карте есть данные, которые не удаётся прочитать.</translation>
    </message>
    <message>
        <source>Take the card out and insert it again. If it stays so, have the card checked where it was issued.</source>
        <translation>Извлеките карту и вставьте снова. Если ничего не изменится, обратитесь для проверки карты туда, где её выдали.</translation>
    </message>
    <message>
        <source>The card in the reader is not the one that was chosen.</source>
        <translation>Карта в считывателе — не та, что была выбрана.</translation>
    </message>
    <message>
        <source>Insert the card that you began with, or start again with this one.</source>
        <translation>Вставьте карту, с которой начали, или начните заново с этой.</translation>
    </message>
    <message>
        <source>The card has no certificate for signing.</source>
        <translation>На карте нет сертификата подписи.</translation>
    </message>
    <message>
        <source>Ask where the card was issued to have a signing certificate put on it.</source>
        <translation>Попросите записать сертификат подписи там, где карта была выдана.</translation>
    </message>
    <message>
        <source>The card has no certificate for authentication, which the time stamp needs.</source>
        <translation>На карте нет сертификата аутентификации, который нужен для метки времени.</translation>
    </message>
    <message>
        <source>Name a certificate for time stamps in the profile, or use another card.</source>
        <translation>Укажите в профиле сертификат для меток времени или используйте другую карту.</translation>
    </message>
    <message>
        <source>A certificate cannot be read.</source>
        <translation>Сертификат не удалось прочитать.</translation>
    </message>
    <message>
        <source>If it is on a card, take the card out and insert it again; if it is a file, choose another one.</source>
        <translation>Если он на карте, извлеките её и вставьте снова; если это файл, выберите другой.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not meant for %2.</source>
        <translation>Сертификат %1 не предназначен для %2.</translation>
    </message>
    <message>
        <source>A card has two certificates, one for signing and one for authentication. Use the other one.</source>
        <translation>На карте два сертификата: для подписи и для аутентификации. Используйте другой.</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2.</source>
        <translation>Срок действия сертификата %1 истёк %2.</translation>
    </message>
    <message>
        <source>Have the certificates renewed, or use another card.</source>
        <translation>Обновите сертификаты или используйте другую карту.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid before %2.</source>
        <translation>Сертификат %1 действителен только с %2.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer.</source>
        <translation>Проверьте дату и время на этом компьютере.</translation>
    </message>
    <message>
        <source>The card&apos;s signature does not fit its certificate. It was not sent.</source>
        <translation>Подпись карты не соответствует её сертификату. Она не была отправлена.</translation>
    </message>
    <message>
        <source>Take the card out, insert it again, and sign this session once more.</source>
        <translation>Извлеките карту, вставьте снова и подпишите эту сессию ещё раз.</translation>
    </message>
    <message>
        <source>The PIN2 is wrong.</source>
        <translation>PIN2 неверен.</translation>
    </message>
    <message>
        <source>Enter the PIN2 again with care. It is the PIN for signing, not the one for logging in.</source>
        <translation>Внимательно введите PIN2 ещё раз. Это PIN для подписания, а не для входа.</translation>
    </message>
    <message numerus="yes">
        <source>The PIN2 is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>PIN2 неверен. Осталась %n попытка.</numerusform>
            <numerusform>PIN2 неверен. Осталось %n попытки.</numerusform>
            <numerusform>PIN2 неверен. Осталось %n попыток.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PIN2 is blocked.</source>
        <translation>PIN2 заблокирован.</translation>
    </message>
    <message>
        <source>Only one try is left for the PIN2. A wrong one blocks it.</source>
        <translation>Для PIN2 осталась только одна попытка. Неверный PIN2 заблокирует его.</translation>
    </message>
    <message>
        <source>Go on only if you are sure of the PIN2; otherwise unblock it with the PUK first.</source>
        <translation>Продолжайте, только если уверены в PIN2; иначе сначала разблокируйте его с помощью PUK.</translation>
    </message>
    <message>
        <source>A PIN2 has %1 to %2 digits.</source>
        <translation>PIN2 состоит из %1–%2 цифр.</translation>
    </message>
    <message>
        <source>Enter the PIN2 again. No try was used.</source>
        <translation>Введите PIN2 ещё раз. Попытка не израсходована.</translation>
    </message>
    <message>
        <source>The card asks for the PIN2 again.</source>
        <translation>Карта снова запрашивает PIN2.</translation>
    </message>
    <message>
        <source>Enter the PIN2 again.</source>
        <translation>Введите PIN2 ещё раз.</translation>
    </message>
    <message>
        <source>The reader %1 has no PIN pad that Signet can use.</source>
        <translation>У считывателя %1 нет клавиатуры для PIN, которой мог бы пользоваться Signet.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>Не удалось связаться с %1.</translation>
    </message>
    <message>
        <source>Check the network connection and the address in the profile.</source>
        <translation>Проверьте сетевое соединение и адрес в профиле.</translation>
    </message>
    <message>
        <source>The encrypted connection to %1 cannot be trusted.</source>
        <translation>Зашифрованному соединению с %1 нельзя доверять.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer. Behind a company proxy, the profile may need its CA certificate.</source>
        <translation>Проверьте дату и время на этом компьютере. За корпоративным прокси профилю может понадобиться сертификат его УЦ.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 не ответил вовремя.</translation>
    </message>
    <message>
        <source>Try again in a while.</source>
        <translation>Попробуйте ещё раз немного позже.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Соединение с %1 оборвалось.</translation>
    </message>
    <message>
        <source>Check the network connection, and try again.</source>
        <translation>Проверьте сетевое соединение и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Something between here and the service answered in its place, such as a proxy (status %1).</source>
        <translation>Вместо сервиса ответило что-то на пути к нему, например прокси (статус %1).</translation>
    </message>
    <message>
        <source>Check the address in the profile and the proxy settings, or ask who runs the network.</source>
        <translation>Проверьте адрес в профиле и настройки прокси или спросите того, кто обслуживает сеть.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password.</source>
        <translation>Прокси требует имя пользователя и пароль.</translation>
    </message>
    <message>
        <source>Enter them in the proxy settings of the system.</source>
        <translation>Введите их в системных настройках прокси.</translation>
    </message>
    <message>
        <source>%1 wanted to send the request elsewhere; that was refused.</source>
        <translation>%1 попытался перенаправить запрос; это было отклонено.</translation>
    </message>
    <message>
        <source>Check the address in the profile.</source>
        <translation>Проверьте адрес в профиле.</translation>
    </message>
    <message>
        <source>The service did not accept the client identifier and secret.</source>
        <translation>Сервис не принял идентификатор и секрет клиента.</translation>
    </message>
    <message>
        <source>Check the client identifier and the secret in the profile.</source>
        <translation>Проверьте идентификатор клиента и секрет в профиле.</translation>
    </message>
    <message>
        <source>The token service gave an answer that cannot be used.</source>
        <translation>Сервис токенов дал непригодный ответ.</translation>
    </message>
    <message>
        <source>Check the address of the token service in the profile.</source>
        <translation>Проверьте адрес сервиса токенов в профиле.</translation>
    </message>
    <message>
        <source>The service did not accept the access token.</source>
        <translation>Сервис не принял токен доступа.</translation>
    </message>
    <message>
        <source>Get a new access token, or check the client identifier and the secret in the profile.</source>
        <translation>Получите новый токен доступа или проверьте идентификатор клиента и секрет в профиле.</translation>
    </message>
    <message>
        <source>The service does not allow this, or the session belongs to somebody else.</source>
        <translation>Сервис этого не разрешает, или сессия принадлежит кому-то другому.</translation>
    </message>
    <message>
        <source>Ask whoever gave you the session, or ask the service for the right.</source>
        <translation>Спросите того, кто дал вам сессию, или запросите право у сервиса.</translation>
    </message>
    <message>
        <source>The service refused the request (%1).</source>
        <translation>Сервис отклонил запрос (%1).</translation>
    </message>
    <message>
        <source>Try again. If it stays so, send the details to support.</source>
        <translation>Попробуйте ещё раз. Если ничего не изменится, отправьте сведения в службу поддержки.</translation>
    </message>
    <message>
        <source>The service is not working at the moment (status %1).</source>
        <translation>Сервис сейчас не работает (статус %1).</translation>
    </message>
    <message>
        <source>The service wants fewer requests.</source>
        <translation>Сервис просит меньше запросов.</translation>
    </message>
    <message>
        <source>Wait a minute, and try again.</source>
        <translation>Подождите минуту и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The request or the file is larger than the service accepts.</source>
        <translation>Запрос или файл больше, чем принимает сервис.</translation>
    </message>
    <message>
        <source>Sign fewer sessions at a time, or smaller files.</source>
        <translation>Подписывайте за раз меньше сессий или файлы меньшего размера.</translation>
    </message>
    <message>
        <source>The service does not know this session: it is closed, has expired or belongs to somebody else.</source>
        <translation>Сервис не знает этой сессии: она закрыта, истекла или принадлежит кому-то другому.</translation>
    </message>
    <message>
        <source>Ask for a new session.</source>
        <translation>Запросите новую сессию.</translation>
    </message>
    <message>
        <source>The service&apos;s answer cannot be understood.</source>
        <translation>Ответ сервиса непонятен.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, check the address in the profile.</source>
        <translation>Попробуйте ещё раз. Если ничего не изменится, проверьте адрес в профиле.</translation>
    </message>
    <message>
        <source>The service&apos;s answer is larger than it may be.</source>
        <translation>Ответ сервиса больше допустимого.</translation>
    </message>
    <message>
        <source>The service&apos;s answer says nothing about this session.</source>
        <translation>В ответе сервиса ничего не сказано об этой сессии.</translation>
    </message>
    <message>
        <source>Try this session again.</source>
        <translation>Попробуйте эту сессию ещё раз.</translation>
    </message>
    <message>
        <source>The service&apos;s answer names this session more than once.</source>
        <translation>В ответе сервиса эта сессия названа несколько раз.</translation>
    </message>
    <message>
        <source>The service gave no digest for this session.</source>
        <translation>Сервис не дал хеш-значения для этой сессии.</translation>
    </message>
    <message>
        <source>The service gave a digest that cannot be read.</source>
        <translation>Сервис дал хеш-значение, которое не удаётся прочитать.</translation>
    </message>
    <message>
        <source>The service gave a digest of %1 bytes, which this card cannot sign.</source>
        <translation>Сервис дал хеш-значение длиной %1 байт, которое эта карта не может подписать.</translation>
    </message>
    <message>
        <source>Try this session again, or use another card.</source>
        <translation>Попробуйте эту сессию ещё раз или используйте другую карту.</translation>
    </message>
    <message>
        <source>Look at the session&apos;s documents again in a while.</source>
        <translation>Посмотрите документы сессии ещё раз немного позже.</translation>
    </message>
    <message>
        <source>Check that the session still exists and is yours.</source>
        <translation>Проверьте, что сессия ещё существует и принадлежит вам.</translation>
    </message>
    <message>
        <source>Look at the session&apos;s documents: the service cannot prepare them for signing as they are.</source>
        <translation>Посмотрите документы сессии: сервис не может подготовить их к подписанию в таком виде.</translation>
    </message>
    <message>
        <source>The signature was not added. Sign this session again; if it stays so, send the details to support.</source>
        <translation>Подпись не добавлена. Подпишите эту сессию ещё раз; если ничего не изменится, отправьте сведения в службу поддержки.</translation>
    </message>
    <message>
        <source>Look at the session&apos;s documents before you sign again.</source>
        <translation>Прежде чем подписывать снова, посмотрите документы сессии.</translation>
    </message>
    <message>
        <source>The document has no signature.</source>
        <translation>В документе нет подписи.</translation>
    </message>
    <message>
        <source>Choose a document that is signed, or sign this one first.</source>
        <translation>Выберите подписанный документ или сначала подпишите этот.</translation>
    </message>
    <message>
        <source>The document is finished, but the run was stopped before it was fetched.</source>
        <translation>Документ готов, но работа была остановлена до того, как его загрузили.</translation>
    </message>
    <message>
        <source>It is safe at the service: save it from there, in the window or with signet-cli download.</source>
        <translation>Он в сохранности на сервисе: сохраните его оттуда в окне или командой signet-cli download.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Файл %1 не удалось прочитать: %2.</translation>
    </message>
    <message>
        <source>The signed document could not be saved in %1: %2.</source>
        <translation>Подписанный документ не удалось сохранить в %1: %2.</translation>
    </message>
    <message>
        <source>The profile “%1” is not complete: %2.</source>
        <translation>Профиль «%1» неполон: %2.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, start the service (on Linux: systemctl start pcscd.socket).</source>
        <translation>Попробуйте ещё раз. Если это не проходит, запустите службу (в Linux: systemctl start pcscd.socket).</translation>
    </message>
    <message>
        <source>“%1” fits several readers: %2.</source>
        <translation>«%1» подходит к нескольким считывателям: %2.</translation>
    </message>
    <message>
        <source>There are several cards that can sign: %1.</source>
        <translation>Есть несколько карт, которыми можно подписать: %1.</translation>
    </message>
    <message>
        <source>The file %1 is not a PFX file, or it is damaged.</source>
        <translation>Файл %1 — не PFX-файл, или он повреждён.</translation>
    </message>
    <message>
        <source>Choose the file that holds the e-seal; its name usually ends in .pfx or .p12.</source>
        <translation>Выберите файл с электронной печатью; его имя обычно оканчивается на .pfx или .p12.</translation>
    </message>
    <message>
        <source>The password of the file %1 is wrong.</source>
        <translation>Неверный пароль файла %1.</translation>
    </message>
    <message>
        <source>Enter the password again with care. Nothing was sent to the service.</source>
        <translation>Введите пароль ещё раз, внимательно. Сервису ничего не отправлено.</translation>
    </message>
    <message>
        <source>The file %1 holds no private key.</source>
        <translation>В файле %1 нет закрытого ключа.</translation>
    </message>
    <message>
        <source>Export the e-seal again, together with its private key.</source>
        <translation>Экспортируйте электронную печать заново вместе с закрытым ключом.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate.</source>
        <translation>В файле %1 нет сертификата.</translation>
    </message>
    <message>
        <source>Export the e-seal again, together with its certificate.</source>
        <translation>Экспортируйте электронную печать заново вместе с сертификатом.</translation>
    </message>
    <message>
        <source>The private key and the certificate in the file %1 do not belong together.</source>
        <translation>Закрытый ключ и сертификат в файле %1 не соответствуют друг другу.</translation>
    </message>
    <message>
        <source>Export the e-seal again, or choose another file.</source>
        <translation>Экспортируйте электронную печать заново или выберите другой файл.</translation>
    </message>
    <message>
        <source>The file %1 is encrypted in a way that Signet cannot read.</source>
        <translation>Файл %1 зашифрован способом, который Signet не может прочитать.</translation>
    </message>
    <message>
        <source>Export the e-seal again, encrypted with AES-256.</source>
        <translation>Экспортируйте электронную печать заново с шифрованием AES-256.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not the certificate of an e-seal.</source>
        <translation>Сертификат %1 — не сертификат электронной печати.</translation>
    </message>
    <message>
        <source>Choose the file that holds the organisation&apos;s e-seal.</source>
        <translation>Выберите файл с электронной печатью организации.</translation>
    </message>
    <message>
        <source>The e-seal of %1 expired on %2.</source>
        <translation>Срок действия электронной печати %1 истёк %2.</translation>
    </message>
    <message>
        <source>Choose the file of the new e-seal, or have the e-seal renewed.</source>
        <translation>Выберите файл новой электронной печати или обновите печать.</translation>
    </message>
    <message>
        <source>The authentication certificate, which the time stamp needs, is missing.</source>
        <translation>Нет сертификата аутентификации, который нужен для метки времени.</translation>
    </message>
    <message>
        <source>Choose the file with the authentication certificate that belongs to the e-seal.</source>
        <translation>Выберите файл с сертификатом аутентификации, который относится к электронной печати.</translation>
    </message>
    <message>
        <source>The file %1 holds the e-seal&apos;s own certificate; the time stamp needs another one.</source>
        <translation>В файле %1 сертификат самой электронной печати; для метки времени нужен другой.</translation>
    </message>
    <message>
        <source>The password has %1 bytes; the service&apos;s key can protect at most %2.</source>
        <translation>Длина пароля — %1 байт; ключ сервиса может защитить не больше %2.</translation>
    </message>
    <message>
        <source>Give the e-seal&apos;s file a shorter password. A letter outside A to Z takes two bytes or more.</source>
        <translation>Задайте файлу электронной печати пароль короче. Буква не из A–Z занимает два байта или больше.</translation>
    </message>
    <message>
        <source>The key that protects the e-seal&apos;s password on its way is no RSA key of 2048 bits or more.</source>
        <translation>Ключ, защищающий пароль электронной печати при передаче, — не RSA-ключ длиной от 2048 бит.</translation>
    </message>
    <message>
        <source>Get the public key of the service&apos;s central authentication certificate as a file, and name it in the profile.</source>
        <translation>Получите файл с открытым ключом центрального сертификата аутентификации сервиса и укажите его в профиле.</translation>
    </message>
    <message>
        <source>The key that protects the e-seal&apos;s password on its way has changed. It was %1 and is now %2.</source>
        <translation>Ключ, защищающий пароль электронной печати при передаче, изменился. Был %1, теперь %2.</translation>
    </message>
    <message>
        <source>Ask the trust service whether it has a new key, and accept it only if the fingerprint is the same there.</source>
        <translation>Спросите у службы доверия, сменила ли она ключ, и примите его только при совпадении отпечатка.</translation>
    </message>
    <message>
        <source>%1 cannot be signed or sealed as a PDF: that takes exactly one PDF file.</source>
        <translation>%1: подписать или заверить печатью как PDF нельзя — для этого нужен ровно один файл PDF.</translation>
    </message>
    <message>
        <source>Choose a container as the result, or put the PDF into a session of its own.</source>
        <translation>Выберите результатом контейнер или поместите PDF в отдельную сессию.</translation>
    </message>
    <message>
        <source>%1 has no signature that an archive time stamp could be added to.</source>
        <translation>%1: нет подписи, к которой можно добавить архивную метку времени.</translation>
    </message>
    <message>
        <source>Sign or seal it first.</source>
        <translation>Сначала подпишите его или заверьте печатью.</translation>
    </message>
    <message>
        <source>It is not known whether the service carried this out.</source>
        <translation>Неизвестно, выполнил ли это сервис.</translation>
    </message>
    <message>
        <source>Look at the session&apos;s documents before you start again, so that it is not done twice.</source>
        <translation>Прежде чем начинать снова, посмотрите документы сессии, чтобы это не было сделано дважды.</translation>
    </message>
    <message>
        <source>It is done, but the service does not show the document that came of it.</source>
        <translation>Это сделано, но сервис не показывает получившийся документ.</translation>
    </message>
    <message>
        <source>The service says that it added the archive time stamp, but its validation shows none in %1.</source>
        <translation>Сервис сообщает, что добавил архивную метку времени, но проверка её не показывает: %1.</translation>
    </message>
    <message>
        <source>Have the document validated again before you add another one.</source>
        <translation>Прежде чем добавлять ещё одну, проверьте документ снова.</translation>
    </message>
    <message>
        <source>The session holds no documents.</source>
        <translation>В сессии нет документов.</translation>
    </message>
    <message>
        <source>Check the identifier, or ask whoever gave you the session.</source>
        <translation>Проверьте идентификатор или спросите того, кто дал вам сессию.</translation>
    </message>
    <message>
        <source>The journal %1 could not be written: %2.</source>
        <translation>Не удалось записать в журнал %1: %2.</translation>
    </message>
    <message>
        <source>Make room on the disk, or check that you may write this file and its folder; then try again.</source>
        <translation>Освободите место на диске или проверьте, что вам разрешена запись в этот файл и его папку; затем попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The journal %1 was written by a newer Signet, and this one leaves it alone.</source>
        <translation>Журнал %1 записан более новой версией Signet, и эта версия его не трогает.</translation>
    </message>
    <message>
        <source>Use the newer Signet. What this one does is not kept, so it cannot be gone on with after a crash.</source>
        <translation>Используйте более новую версию Signet. Работа этой версии не записывается, и после сбоя её нельзя будет продолжить.</translation>
    </message>
    <message>
        <source>Another Signet on this computer is working on this session.</source>
        <translation>С этой сессией работает другой Signet на этом компьютере.</translation>
    </message>
    <message>
        <source>Wait until it has ended, then see what became of the session.</source>
        <translation>Дождитесь, пока он закончит, и посмотрите, что стало с сессией.</translation>
    </message>
    <message>
        <source>A signature for this session was made earlier and was not sent.</source>
        <translation>Для этой сессии уже была создана подпись, но она не отправлена.</translation>
    </message>
    <message>
        <source>Signet can go on with it: in the window, or with signet-cli resume. With --force the session is signed anew.</source>
        <translation>Signet может продолжить с ней: в окне или командой signet-cli resume. С --force сессия подписывается заново.</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>Не удалось записать файл %1: %2.</translation>
    </message>
    <message>
        <source>Make room on the disk or choose another place, and try again.</source>
        <translation>Освободите место на диске или выберите другое место и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate that can be read.</source>
        <translation>В файле %1 нет сертификата, который можно прочитать.</translation>
    </message>
    <message>
        <source>Choose the file with the authentication certificate: PEM, DER or PFX.</source>
        <translation>Выберите файл с сертификатом аутентификации: PEM, DER или PFX.</translation>
    </message>
    <message>
        <source>The file %1 holds the certificate of %2 for signing; the time stamp needs one for authentication.</source>
        <translation>В файле %1 сертификат для подписания (%2); для метки времени нужен сертификат аутентификации.</translation>
    </message>
    <message>
        <source>Choose the file with the authentication certificate.</source>
        <translation>Выберите файл с сертификатом аутентификации.</translation>
    </message>
    <message>
        <source>The file %1 holds the certificate of %2, which expired on %3.</source>
        <translation>В файле %1 сертификат (%2), срок действия которого истёк %3.</translation>
    </message>
    <message>
        <source>Have the certificate renewed, and choose the file of the new one.</source>
        <translation>Обновите сертификат и выберите файл нового.</translation>
    </message>
    <message>
        <source>The file %1 holds the certificate of %2, which is not valid before %3.</source>
        <translation>В файле %1 сертификат (%2), который действителен только с %3.</translation>
    </message>
    <message>
        <source>The file %1 with the authentication certificate does not open with this password.</source>
        <translation>Файл %1 с сертификатом аутентификации не открывается этим паролем.</translation>
    </message>
    <message>
        <source>Choose the authentication certificate as a PEM or DER file, or give the password of this file; to seal, both files need the same one.</source>
        <translation>Выберите сертификат аутентификации в виде файла PEM или DER либо укажите пароль этого файла; для печати у обоих файлов должен быть один пароль.</translation>
    </message>
    <message>
        <source>Stopped after the card had signed, and before the signature was sent.</source>
        <translation>Остановлено после того, как карта подписала, и до отправки подписи.</translation>
    </message>
    <message>
        <source>The signature is kept. Signet can go on with it: in the window, or with signet-cli resume.</source>
        <translation>Подпись сохранена. Signet может продолжить с ней: в окне или командой signet-cli resume.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 away from the service&apos;s clock.</source>
        <translation>Часы этого компьютера расходятся с часами сервиса на %1.</translation>
    </message>
    <message>
        <source>Set the date, the time and the time zone of this computer right.</source>
        <translation>Установите правильные дату, время и часовой пояс этого компьютера.</translation>
    </message>
    <message>
        <source>The certificate of %1 expires on %2.</source>
        <translation>Срок действия сертификата %1 истекает %2.</translation>
    </message>
    <message>
        <source>Have the certificates renewed before that day.</source>
        <translation>Обновите сертификаты до этого дня.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not a qualified one.</source>
        <translation>Сертификат %1 не является квалифицированным.</translation>
    </message>
    <message>
        <source>What is signed with it may not count as signed by hand. Use an eID card if that matters.</source>
        <translation>Подписанное им может не приравниваться к собственноручно подписанному. Если это важно, используйте карту eID.</translation>
    </message>
    <message>
        <source>Insert a Latvian eID card, or an Estonian one issued 2018 to 2025, chip first. A bank card cannot sign.</source>
        <translation>Вставьте латвийскую карту eID или эстонскую, выданную с 2018 по 2025 год, чипом вперёд. Банковской картой подписать нельзя.</translation>
    </message>
    <message>
        <source>The certificate of the e-seal of %1 is not a qualified one.</source>
        <translation>Сертификат электронной печати %1 не является квалифицированным.</translation>
    </message>
    <message>
        <source>What is sealed with it may count for less. Ask the trust service for a qualified e-seal if that matters.</source>
        <translation>Заверенное ею может иметь меньшую юридическую силу. Если это важно, запросите у службы доверия квалифицированную печать.</translation>
    </message>
    <message>
        <source>The reader %1 reads cards without contact; Signet cannot sign that way.</source>
        <translation>Считыватель %1 читает карты бесконтактно; так Signet подписать не может.</translation>
    </message>
    <message>
        <source>Insert your eID card, chip first, into the contact slot of a reader.</source>
        <translation>Вставьте карту eID чипом вперёд в контактный разъём считывателя.</translation>
    </message>
    <message>
        <source>The PKCS#11 module %1 cannot be used: %2.</source>
        <translation>Модуль PKCS#11 %1 использовать нельзя: %2.</translation>
    </message>
    <message>
        <source>Choose the file of the module that belongs to the card&apos;s software, or remove this one.</source>
        <translation>Выберите файл модуля из программного обеспечения карты или уберите этот.</translation>
    </message>
    <message>
        <source>The PKCS#11 module %1 has crashed.</source>
        <translation>Модуль PKCS#11 %1 аварийно завершился.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, have the card&apos;s software updated, or sign without this module.</source>
        <translation>Попробуйте ещё раз. Если это повторится, обновите программное обеспечение карты или подписывайте без этого модуля.</translation>
    </message>
    <message>
        <source>Insert the card again, and go on with what is left.</source>
        <translation>Вставьте карту снова и продолжите с оставшимся.</translation>
    </message>
    <message>
        <source>Close other programs that use the card, and go on with what is left.</source>
        <translation>Закройте другие программы, использующие карту, и продолжите с оставшимся.</translation>
    </message>
    <message>
        <source>Unblock it with the PUK from the envelope of the card: in the window (Tools › PINs of the card), or with signet-cli pin unblock.</source>
        <translation>Разблокируйте его с помощью PUK из конверта карты: в окне (Сервис › PIN-коды карты) или командой signet-cli pin unblock.</translation>
    </message>
    <message>
        <source>Enter the PIN on the computer instead.</source>
        <translation>Введите PIN на компьютере.</translation>
    </message>
    <message>
        <source>The entry on the reader did not come in time.</source>
        <translation>Ввод на считывателе не был сделан вовремя.</translation>
    </message>
    <message>
        <source>Start again, and type on the reader as soon as it asks. No try was used.</source>
        <translation>Начните снова и вводите на считывателе, как только он попросит. Попытка не израсходована.</translation>
    </message>
    <message>
        <source>The entry was cancelled on the reader.</source>
        <translation>Ввод отменён на считывателе.</translation>
    </message>
    <message>
        <source>Start again when you want to. No try was used.</source>
        <translation>Начните снова, когда захотите. Попытка не израсходована.</translation>
    </message>
    <message>
        <source>The PIN1 is wrong.</source>
        <translation>PIN1 неверен.</translation>
    </message>
    <message>
        <source>Enter the PIN1 again with care. It is the PIN for logging in, not the one for signing.</source>
        <translation>Внимательно введите PIN1 ещё раз. Это PIN для входа, а не для подписания.</translation>
    </message>
    <message numerus="yes">
        <source>The PIN1 is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>PIN1 неверен. Осталась %n попытка.</numerusform>
            <numerusform>PIN1 неверен. Осталось %n попытки.</numerusform>
            <numerusform>PIN1 неверен. Осталось %n попыток.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PIN1 is blocked.</source>
        <translation>PIN1 заблокирован.</translation>
    </message>
    <message>
        <source>Only one try is left for the PIN1. A wrong one blocks it.</source>
        <translation>Для PIN1 осталась только одна попытка. Неверный PIN1 заблокирует его.</translation>
    </message>
    <message>
        <source>Go on only if you are sure of the PIN1; otherwise unblock it with the PUK first.</source>
        <translation>Продолжайте, только если уверены в PIN1; иначе сначала разблокируйте его с помощью PUK.</translation>
    </message>
    <message>
        <source>A PIN1 has %1 to %2 digits.</source>
        <translation>PIN1 состоит из %1–%2 цифр.</translation>
    </message>
    <message>
        <source>Enter the PIN1 again. No try was used.</source>
        <translation>Введите PIN1 ещё раз. Попытка не израсходована.</translation>
    </message>
    <message>
        <source>The PUK is wrong.</source>
        <translation>PUK неверен.</translation>
    </message>
    <message>
        <source>Enter the PUK again with care: it stands in the envelope of the card.</source>
        <translation>Внимательно введите PUK ещё раз: он указан в конверте карты.</translation>
    </message>
    <message numerus="yes">
        <source>The PUK is wrong. Tries left: %n.</source>
        <translation>
            <numerusform>PUK неверен. Осталась %n попытка.</numerusform>
            <numerusform>PUK неверен. Осталось %n попытки.</numerusform>
            <numerusform>PUK неверен. Осталось %n попыток.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PUK is blocked: it cannot unblock PINs any more.</source>
        <translation>PUK заблокирован: он больше не может разблокировать PIN-коды.</translation>
    </message>
    <message>
        <source>Go with the card to the office that issued it; in Latvia, that is the PMLP.</source>
        <translation>Обратитесь с картой в учреждение, которое её выдало; в Латвии это УДГМ (PMLP).</translation>
    </message>
    <message>
        <source>Only one try is left for the PUK. A wrong one blocks it for good.</source>
        <translation>Для PUK осталась только одна попытка. Неверный PUK заблокирует его навсегда.</translation>
    </message>
    <message>
        <source>Go on only if you are sure of the PUK; otherwise ask for a new PIN envelope where the card was issued.</source>
        <translation>Продолжайте, только если уверены в PUK; иначе попросите новый конверт с PIN-кодами там, где карта была выдана.</translation>
    </message>
    <message>
        <source>A PUK has %1 to %2 digits.</source>
        <translation>PUK состоит из %1–%2 цифр.</translation>
    </message>
    <message>
        <source>Enter the PUK again. No try was used.</source>
        <translation>Введите PUK ещё раз. Попытка не израсходована.</translation>
    </message>
    <message>
        <source>The new %1 is the same as the old one.</source>
        <translation>Новый %1 такой же, как прежний.</translation>
    </message>
    <message>
        <source>Choose another one. No try was used.</source>
        <translation>Выберите другой. Попытка не израсходована.</translation>
    </message>
    <message>
        <source>The two entries of the new %1 differ.</source>
        <translation>Новый %1 введён два раза по-разному.</translation>
    </message>
    <message>
        <source>Enter it twice in the same way. Nothing was changed, and no try was used.</source>
        <translation>Введите его оба раза одинаково. Ничего не изменено, попытка не израсходована.</translation>
    </message>
    <message>
        <source>The card does not want this new %1.</source>
        <translation>Карта не принимает такой новый %1.</translation>
    </message>
    <message>
        <source>Choose another one, not the same as before. Nothing was changed.</source>
        <translation>Выберите другой, не тот же, что раньше. Ничего не изменено.</translation>
    </message>
    <message>
        <source>It is not known whether the card took the new %1.</source>
        <translation>Неизвестно, приняла ли карта новый %1.</translation>
    </message>
    <message>
        <source>Insert the card again and look at the tries left. Then try the new one first: if it is wrong, nothing was changed.</source>
        <translation>Вставьте карту снова и посмотрите, сколько попыток осталось. Затем сначала попробуйте новый: если он неверен, ничего не изменено.</translation>
    </message>
    <message>
        <source>Signet cannot change or unblock the PINs of this card.</source>
        <translation>Signet не может изменить или разблокировать PIN-коды этой карты.</translation>
    </message>
    <message>
        <source>Use the program that came with the card.</source>
        <translation>Используйте программу, предназначенную для этой карты.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Smart card service</source>
        <translation>Служба смарт-карт</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Считыватель карт</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Сертификат</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Авторизация</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>a few seconds left</source>
        <translation>осталось несколько секунд</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>осталась примерно %n секунда</numerusform>
            <numerusform>осталось примерно %n секунды</numerusform>
            <numerusform>осталось примерно %n секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>осталась примерно %n минута</numerusform>
            <numerusform>осталось примерно %n минуты</numerusform>
            <numerusform>осталось примерно %n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>остался примерно %n час</numerusform>
            <numerusform>осталось примерно %n часа</numerusform>
            <numerusform>осталось примерно %n часов</numerusform>
        </translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Этап: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>Статус HTTP: %1</translation>
    </message>
    <message>
        <source>Technical detail: %1</source>
        <translation>Технические сведения: %1</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <extracomment>A date that nobody can misread, such as 2031-11-22; as for QDate::toString()</extracomment>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>you may not write there</source>
        <translation>у вас нет права записи туда</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>его использует другая программа</translation>
    </message>
    <message>
        <source>the disk reports an error, or has no room</source>
        <translation>диск сообщает об ошибке, или на нём нет места</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>он повреждён</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>диск заполнен</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>его не удаётся открыть</translation>
    </message>
    <message>
        <source>no file can be made beside it</source>
        <translation>рядом с ним не удаётся создать файл</translation>
    </message>
    <message>
        <source>it belongs to another program</source>
        <translation>он принадлежит другой программе</translation>
    </message>
    <message>
        <source>it is damaged and could not be moved out of the way</source>
        <translation>он повреждён, и его не удалось переместить</translation>
    </message>
    <message>
        <source>what was to be changed is not in it any more</source>
        <translation>в нём больше нет того, что нужно было изменить</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>это не файл</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>не удаётся создать его папку</translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>Sealing</source>
        <translation>Скрепление печатью</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Архивирование</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Подписание</translation>
    </message>
    <message>
        <source>done</source>
        <translation>завершено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>signed, cancelled before it was sent</source>
        <translation>подписано, отменено до отправки</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>signed, not sent</source>
        <translation>подписано, не отправлено</translation>
    </message>
    <message>
        <source>sent, outcome not known</source>
        <translation>отправлено, исход неизвестен</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>не начато</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Your signature goes into %1.</source>
        <translation>Ваша подпись будет добавлена: %1.</translation>
    </message>
    <message>
        <source>The seal goes into %1.</source>
        <translation>Печать будет добавлена: %1.</translation>
    </message>
    <message>
        <source>An archive time stamp goes into %1.</source>
        <translation>Архивный штамп времени будет добавлен: %1.</translation>
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
            <numerusform>%n имеющийся контейнер</numerusform>
            <numerusform>%n имеющихся контейнера</numerusform>
            <numerusform>%n имеющихся контейнеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new container(s)</source>
        <translation>
            <numerusform>%n новый контейнер</numerusform>
            <numerusform>%n новых контейнера</numerusform>
            <numerusform>%n новых контейнеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) whose documents are not known yet</source>
        <translation>
            <numerusform>%n сессия, документы которой ещё неизвестны</numerusform>
            <numerusform>%n сессии, документы которых ещё неизвестны</numerusform>
            <numerusform>%n сессий, документы которых ещё неизвестны</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be done this way: each row says why.</source>
        <translation>
            <numerusform>%n так сделать нельзя: в строке сказано почему.</numerusform>
            <numerusform>%n так сделать нельзя: в каждой строке сказано почему.</numerusform>
            <numerusform>%n так сделать нельзя: в каждой строке сказано почему.</numerusform>
        </translation>
    </message>
    <message>
        <source>for this session: %1</source>
        <translation>для этой сессии: %1</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>the address of the token service is missing</source>
        <translation>не указан адрес службы токенов</translation>
    </message>
    <message>
        <source>the client identifier is missing</source>
        <translation>не указан идентификатор клиента</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>у него нет имени</translation>
    </message>
    <message>
        <source>the address of the service is missing</source>
        <translation>не указан адрес сервиса</translation>
    </message>
</context>
<context>
    <name>ResultForm</name>
    <message>
        <source>adds your signature to %1</source>
        <translation>добавляет вашу подпись: %1</translation>
    </message>
    <message>
        <source>puts %1 into a new container with your signature</source>
        <translation>помещает в новый контейнер с вашей подписью: %1</translation>
    </message>
    <message>
        <source>signs inside %1</source>
        <translation>подписывает внутри документа: %1</translation>
    </message>
    <message>
        <source>adds your signature to the container, or puts the files into a new one</source>
        <translation>добавляет вашу подпись в контейнер или помещает файлы в новый</translation>
    </message>
    <message>
        <source>puts what is there into a new container with your signature</source>
        <translation>помещает всё в новый контейнер с вашей подписью</translation>
    </message>
    <message>
        <source>signs inside the PDF, if there is exactly one</source>
        <translation>подписывает внутри PDF, если он ровно один</translation>
    </message>
    <message>
        <source>signs inside a single PDF, and anything else in a container</source>
        <translation>единственный PDF подписывает внутри, всё остальное — в контейнере</translation>
    </message>
    <message>
        <source>adds the seal to %1</source>
        <translation>добавляет печать: %1</translation>
    </message>
    <message>
        <source>puts %1 into a new container with the seal</source>
        <translation>помещает в новый контейнер с печатью: %1</translation>
    </message>
    <message>
        <source>seals inside %1</source>
        <translation>заверяет печатью внутри документа: %1</translation>
    </message>
    <message>
        <source>adds the seal to the container, or puts the files into a new one</source>
        <translation>добавляет печать в контейнер или помещает файлы в новый</translation>
    </message>
    <message>
        <source>puts what is there into a new container with the seal</source>
        <translation>помещает всё в новый контейнер с печатью</translation>
    </message>
    <message>
        <source>seals inside the PDF, if there is exactly one</source>
        <translation>заверяет печатью внутри PDF, если он ровно один</translation>
    </message>
    <message>
        <source>seals inside a single PDF, and anything else in a container</source>
        <translation>единственный PDF заверяет печатью внутри, всё остальное — в контейнере</translation>
    </message>
    <message>
        <source>adds an archive time stamp to what is signed</source>
        <translation>добавляет архивную метку времени к подписанному</translation>
    </message>
    <message>
        <source>adds an archive time stamp to %1</source>
        <translation>добавляет архивную метку времени: %1</translation>
    </message>
    <message>
        <source>An empty session</source>
        <translation>Пустая сессия</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds your signature to the containers of %n sessions</source>
        <translation>
            <numerusform>добавляет вашу подпись в контейнер %n сессии</numerusform>
            <numerusform>добавляет вашу подпись в контейнеры %n сессий</numerusform>
            <numerusform>добавляет вашу подпись в контейнеры %n сессий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>puts the files of %n sessions into new containers with your signature</source>
        <translation>
            <numerusform>помещает файлы %n сессии в новый контейнер с вашей подписью</numerusform>
            <numerusform>помещает файлы %n сессий в новые контейнеры с вашей подписью</numerusform>
            <numerusform>помещает файлы %n сессий в новые контейнеры с вашей подписью</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>signs inside the PDFs of %n sessions</source>
        <translation>
            <numerusform>подписывает внутри PDF %n сессии</numerusform>
            <numerusform>подписывает внутри PDF %n сессий</numerusform>
            <numerusform>подписывает внутри PDF %n сессий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds the seal to the containers of %n sessions</source>
        <translation>
            <numerusform>добавляет печать в контейнер %n сессии</numerusform>
            <numerusform>добавляет печать в контейнеры %n сессий</numerusform>
            <numerusform>добавляет печать в контейнеры %n сессий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>puts the files of %n sessions into new containers with the seal</source>
        <translation>
            <numerusform>помещает файлы %n сессии в новый контейнер с печатью</numerusform>
            <numerusform>помещает файлы %n сессий в новые контейнеры с печатью</numerusform>
            <numerusform>помещает файлы %n сессий в новые контейнеры с печатью</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seals inside the PDFs of %n sessions</source>
        <translation>
            <numerusform>заверяет печатью внутри PDF %n сессии</numerusform>
            <numerusform>заверяет печатью внутри PDF %n сессий</numerusform>
            <numerusform>заверяет печатью внутри PDF %n сессий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds archive time stamps to what %n sessions hold</source>
        <translation>
            <numerusform>добавляет архивную метку времени к документам %n сессии</numerusform>
            <numerusform>добавляет архивные метки времени к документам %n сессий</numerusform>
            <numerusform>добавляет архивные метки времени к документам %n сессий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceDesk</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>папку не удалось создать</translation>
    </message>
    <message>
        <source>no service has been chosen yet</source>
        <translation>сервис ещё не выбран</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>it does not exist</source>
        <translation>он не существует</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>это папка</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>это не обычный файл</translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Невозможно</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готова</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Подготовка…</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Подготовлено</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Подписание…</translation>
    </message>
    <message>
        <source>Signed by the card</source>
        <translation>Подписано картой</translation>
    </message>
    <message>
        <source>Completing…</source>
        <translation>Завершение…</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Подписано</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Не подтверждено</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>С печатью</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Архивировано</translation>
    </message>
    <message>
        <source>Done, but not saved here: %1</source>
        <translation>Готово, но здесь не сохранено: %1</translation>
    </message>
    <message>
        <source>The document is at the service.</source>
        <translation>Документ находится в сервисе.</translation>
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
        <translation>квалифицированная электронная подпись</translation>
    </message>
    <message>
        <source>qualified electronic seal</source>
        <translation>квалифицированная электронная печать</translation>
    </message>
    <message>
        <source>advanced electronic signature with a qualified certificate</source>
        <translation>усовершенствованная электронная подпись с квалифицированным сертификатом</translation>
    </message>
    <message>
        <source>advanced electronic seal with a qualified certificate</source>
        <translation>усовершенствованная электронная печать с квалифицированным сертификатом</translation>
    </message>
    <message>
        <source>advanced electronic signature</source>
        <translation>усовершенствованная электронная подпись</translation>
    </message>
    <message>
        <source>advanced electronic seal</source>
        <translation>усовершенствованная электронная печать</translation>
    </message>
    <message>
        <source>%1, with an archive time stamp</source>
        <translation>%1, с архивной меткой времени</translation>
    </message>
    <message>
        <source>%1 and more; in all: %2</source>
        <translation>%1 и другие; всего: %2</translation>
    </message>
    <message>
        <source>%1, valid: %2</source>
        <translation>%1, действительны: %2</translation>
    </message>
    <message>
        <source>The signature is valid.</source>
        <translation>Подпись действительна.</translation>
    </message>
    <message>
        <source>All signatures are valid.</source>
        <translation>Все подписи действительны.</translation>
    </message>
    <message>
        <source>The signature is not valid.</source>
        <translation>Подпись недействительна.</translation>
    </message>
    <message>
        <source>No signature is valid.</source>
        <translation>Ни одна подпись не действительна.</translation>
    </message>
    <message>
        <source>Not all signatures are valid.</source>
        <translation>Не все подписи действительны.</translation>
    </message>
    <message>
        <source>The service did not report on all signatures.</source>
        <translation>Служба сообщила не обо всех подписях.</translation>
    </message>
    <message>
        <source>It could not be decided whether the signature is valid.</source>
        <translation>Не удалось установить, действительна ли подпись.</translation>
    </message>
    <message>
        <source>It could not be decided whether the signatures are valid.</source>
        <translation>Не удалось установить, действительны ли подписи.</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>действительна</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>недействительна</translation>
    </message>
    <message>
        <source>valid in part</source>
        <translation>действительны частично</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>не установлено</translation>
    </message>
    <message>
        <source>Signature %1: %2</source>
        <extracomment>%1 a number, %2 a name and whether the signature is valid</extracomment>
        <translation>Подпись %1: %2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Files inside</source>
        <translation>Файлы внутри</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Подписи</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Проверено</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Подписал</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Организация</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Метка времени</translation>
    </message>
    <message>
        <source>Revocation checked</source>
        <translation>Отзыв проверен</translation>
    </message>
    <message>
        <source>Can be checked until</source>
        <translation>Проверяема до</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
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
        <translation>%1 (для аутентификации)</translation>
    </message>
    <message>
        <source>signing</source>
        <translation>подписания</translation>
    </message>
    <message>
        <source>time stamps</source>
        <translation>меток времени</translation>
    </message>
</context>
<context>
    <name>signet::card::IdemiaEid</name>
    <message>
        <source>signing</source>
        <translation>подписания</translation>
    </message>
</context>
<context>
    <name>signet::signing::ProfileStore</name>
    <message>
        <source>Test</source>
        <translation>Тестовый</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Рабочий</translation>
    </message>
</context>
<context>
    <name>signet::ui::AboutDialog</name>
    <message>
        <source>About Signet</source>
        <translation>О программе Signet</translation>
    </message>
    <message>
        <source>Signs documents with an eID card through SignAPI.</source>
        <translation>Подписывает документы картой eID через SignAPI.</translation>
    </message>
    <message>
        <source>© The Signet authors. Free software under the MIT licence.</source>
        <translation>© Авторы Signet. Свободное программное обеспечение по лицензии MIT.</translation>
    </message>
    <message>
        <source>Built with Qt %1.</source>
        <translation>Собрано с Qt %1.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
</context>
<context>
    <name>signet::ui::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>Add from &amp;earlier</source>
        <translation>Добавить из пре&amp;жних</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Сервис</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Спр&amp;авка</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Добавить &amp;файлы…</translation>
    </message>
    <message>
        <source>Add all files of a f&amp;older…</source>
        <translation>Добавить все файлы &amp;папки…</translation>
    </message>
    <message>
        <source>Add &amp;sessions…</source>
        <translation>Добавить &amp;сессии…</translation>
    </message>
    <message>
        <source>Add the sa&amp;mple sessions</source>
        <translation>Добавить &amp;образцы сессий</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy &amp;identifiers</source>
        <translation>Копировать &amp;идентификаторы</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>&amp;Mark or unmark</source>
        <translation>&amp;Отметить или снять отметку</translation>
    </message>
    <message>
        <source>Mark &amp;all</source>
        <translation>Отметить &amp;все</translation>
    </message>
    <message>
        <source>Mark &amp;none</source>
        <translation>Снять от&amp;метки</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Убрать из списка</translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>Подп&amp;исать</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>О&amp;тмена</translation>
    </message>
    <message>
        <source>Open its fol&amp;der</source>
        <translation>Открыть &amp;его папку</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>&amp;Профили…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>Insert or remove the demo &amp;card</source>
        <translation>Вставить или извлечь демонстрационную &amp;карту</translation>
    </message>
    <message>
        <source>&amp;About Signet</source>
        <translation>&amp;О программе Signet</translation>
    </message>
    <message>
        <source>&amp;Seal</source>
        <translation>Поставить печать</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>Архивировать</translation>
    </message>
    <message>
        <source>&amp;Work</source>
        <translation>Ра&amp;бота</translation>
    </message>
    <message>
        <source>Remove all that are &amp;done</source>
        <translation>Убрать все &amp;готовые</translation>
    </message>
    <message>
        <source>S&amp;ign with an eID card</source>
        <translation>Подписать &amp;картой eID</translation>
    </message>
    <message>
        <source>Seal &amp;with the e-seal</source>
        <translation>Поставить э&amp;лектронную печать</translation>
    </message>
    <message>
        <source>Add archive ti&amp;me stamps</source>
        <translation>Добавить архивные &amp;штампы времени</translation>
    </message>
    <message>
        <source>Check the si&amp;gnatures</source>
        <translation>Про&amp;верить подписи</translation>
    </message>
    <message>
        <source>Save the document &amp;as…</source>
        <translation>Сохра&amp;нить документ как…</translation>
    </message>
    <message>
        <source>O&amp;pen the document</source>
        <translation>&amp;Открыть документ</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;История…</translation>
    </message>
    <message>
        <source>&amp;Unfinished…</source>
        <translation>&amp;Незавершённое…</translation>
    </message>
    <message>
        <source>&amp;Check the set-up…</source>
        <translation>&amp;Проверить настройки и устройства…</translation>
    </message>
    <message>
        <source>PI&amp;Ns of the card…</source>
        <translation>PIN-к&amp;оды карты…</translation>
    </message>
</context>
<context>
    <name>signet::ui::AddIdentifiersDialog</name>
    <message>
        <source>Add sessions</source>
        <translation>Добавить сессии</translation>
    </message>
    <message>
        <source>&amp;Session identifiers, separated by spaces, commas or line breaks. Paste as many as you like.</source>
        <translation>&amp;Идентификаторы сессий через пробелы, запятые или с новой строки. Вставьте сколько угодно.</translation>
    </message>
    <message>
        <source>Session identifiers</source>
        <translation>Идентификаторы сессий</translation>
    </message>
    <message>
        <source>For example 3f9a0c…</source>
        <translation>Например, 3f9a0c…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) to add.</source>
        <translation>
            <numerusform>Будет добавлена %n сессия.</numerusform>
            <numerusform>Будут добавлены %n сессии.</numerusform>
            <numerusform>Будет добавлено %n сессий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated one(s) will be added only once.</source>
        <translation>
            <numerusform>%n повтор будет добавлен только один раз.</numerusform>
            <numerusform>%n повтора будут добавлены только один раз.</numerusform>
            <numerusform>%n повторов будут добавлены только один раз.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are no identifier(s): %1</source>
        <translation>
            <numerusform>%n — не идентификатор: %1</numerusform>
            <numerusform>%n — не идентификаторы: %1</numerusform>
            <numerusform>%n — не идентификаторы: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n</source>
        <translation>
            <numerusform>&amp;Добавить %n</numerusform>
            <numerusform>&amp;Добавить %n</numerusform>
            <numerusform>&amp;Добавить %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
</context>
<context>
    <name>signet::ui::ArchivePanel</name>
    <message>
        <source>Archive with</source>
        <translation>Чем архивировать</translation>
    </message>
    <message>
        <source>Time stamps are requested with an authentication certificate. No PIN is needed.</source>
        <translation>Штампы времени запрашиваются с сертификатом аутентификации. PIN не нужен.</translation>
    </message>
    <message>
        <source>Whose authentication certificate</source>
        <translation>Чей сертификат аутентификации</translation>
    </message>
    <message>
        <source>Authentication certificate</source>
        <translation>Сертификат аутентификации</translation>
    </message>
    <message>
        <source>a certificate, PEM or DER</source>
        <translation>сертификат, PEM или DER</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Сертификаты (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Сертификат:</translation>
    </message>
    <message>
        <source>Validity:</source>
        <translation>Срок:</translation>
    </message>
    <message>
        <source>The profile&apos;s certificate</source>
        <translation>Сертификат профиля</translation>
    </message>
    <message>
        <source>The e-seal&apos;s certificate</source>
        <translation>Сертификат электронной печати</translation>
    </message>
    <message>
        <source>The card&apos;s certificate</source>
        <translation>Сертификат карты</translation>
    </message>
    <message>
        <source>A certificate from a file</source>
        <translation>Сертификат из файла</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>действителен до %1</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Reading the certificate…</source>
        <translation>Чтение сертификата…</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>чтение…</translation>
    </message>
</context>
<context>
    <name>signet::ui::BatchRunner</name>
    <message>
        <source>Enter the secret of the service first.</source>
        <translation>Сначала введите секрет сервиса.</translation>
    </message>
    <message>
        <source>The service is not ready yet.</source>
        <translation>Сервис ещё не готов.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Чтение карты…</translation>
    </message>
    <message>
        <source>Mark what you want to sign.</source>
        <translation>Отметьте, что вы хотите подписать.</translation>
    </message>
    <message numerus="yes">
        <source>All %n signed.</source>
        <translation>
            <numerusform>Подписана %n.</numerusform>
            <numerusform>Подписаны все %n.</numerusform>
            <numerusform>Подписаны все %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n signed.</source>
        <translation>
            <numerusform>Подписано %1 из %n.</numerusform>
            <numerusform>Подписано %1 из %n.</numerusform>
            <numerusform>Подписано %1 из %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed: each row says why.</source>
        <translation>
            <numerusform>%n не удалась: причина указана в строке.</numerusform>
            <numerusform>%n не удались: причина указана в каждой строке.</numerusform>
            <numerusform>%n не удались: причина указана в каждой строке.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled.</source>
        <translation>
            <numerusform>%n отменена.</numerusform>
            <numerusform>%n отменены.</numerusform>
            <numerusform>%n отменено.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark what you want to seal.</source>
        <translation>Отметьте, на что поставить печать.</translation>
    </message>
    <message>
        <source>Mark what you want to archive.</source>
        <translation>Отметьте, что архивировать.</translation>
    </message>
    <message numerus="yes">
        <source>All %n sealed.</source>
        <translation>
            <numerusform>Печать поставлена на все %n.</numerusform>
            <numerusform>Печать поставлена на все %n.</numerusform>
            <numerusform>Печать поставлена на все %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sealed.</source>
        <translation>
            <numerusform>Печать поставлена: %1 из %n.</numerusform>
            <numerusform>Печать поставлена: %1 из %n.</numerusform>
            <numerusform>Печать поставлена: %1 из %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n archived.</source>
        <translation>
            <numerusform>Архивированы все %n.</numerusform>
            <numerusform>Архивированы все %n.</numerusform>
            <numerusform>Архивированы все %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n archived.</source>
        <translation>
            <numerusform>Архивировано %1 из %n.</numerusform>
            <numerusform>Архивировано %1 из %n.</numerusform>
            <numerusform>Архивировано %1 из %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed: look at the documents before you do it again.</source>
        <translation>
            <numerusform>%n не подтверждён: посмотрите документы, прежде чем повторять.</numerusform>
            <numerusform>%n не подтверждены: посмотрите документы, прежде чем повторять.</numerusform>
            <numerusform>%n не подтверждены: посмотрите документы, прежде чем повторять.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the certificate…</source>
        <translation>Чтение сертификата…</translation>
    </message>
</context>
<context>
    <name>signet::ui::CardPanel</name>
    <message>
        <source>Sign with</source>
        <translation>Чем подписать</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Считыватель карт</translation>
    </message>
    <message>
        <source>The card reader to sign with</source>
        <translation>Считыватель карт, которым подписывать</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Сертификат:</translation>
    </message>
    <message>
        <source>PIN2:</source>
        <translation>PIN2:</translation>
    </message>
    <message>
        <source>Card:</source>
        <translation>Карта:</translation>
    </message>
    <message>
        <source>Reader:</source>
        <translation>Считыватель:</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Чтение карты…</translation>
    </message>
    <message>
        <source>The only usable card</source>
        <translation>Единственная пригодная карта</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>действителен до %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %n day(s) left</source>
        <translation>
            <numerusform>%1 – остался %n день</numerusform>
            <numerusform>%1 – осталось %n дня</numerusform>
            <numerusform>%1 – осталось %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Issued by %1, %2</source>
        <translation>Издатель: %1, %2</translation>
    </message>
    <message>
        <source>the card does not say how many tries are left</source>
        <translation>карта не сообщает, сколько попыток осталось</translation>
    </message>
    <message>
        <source>only one try left!</source>
        <translation>осталась только одна попытка!</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>осталась %n попытка</numerusform>
            <numerusform>осталось %n попытки</numerusform>
            <numerusform>осталось %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>No card to sign with</source>
        <translation>Нет карты для подписания</translation>
    </message>
    <message>
        <source>%1 (with a PIN pad)</source>
        <translation>%1 (с клавиатурой для PIN)</translation>
    </message>
    <message>
        <source>%1: reading the card…</source>
        <translation>%1: чтение карты…</translation>
    </message>
    <message>
        <source>%1: contactless</source>
        <translation>%1: бесконтактный</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1: пусто</translation>
    </message>
    <message>
        <source>%1: cannot sign</source>
        <translation>%1: подписать нельзя</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>срок действия истёк %1</translation>
    </message>
    <message>
        <source>valid from %1</source>
        <translation>действителен с %1</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>заблокирован</translation>
    </message>
    <message>
        <source>Which card?</source>
        <translation>Какая карта?</translation>
    </message>
    <message>
        <source>PINs of the card…</source>
        <translation>PIN-коды карты…</translation>
    </message>
    <message>
        <source>Change or unblock PIN1 and PIN2</source>
        <translation>Изменить или разблокировать PIN1 и PIN2</translation>
    </message>
</context>
<context>
    <name>signet::ui::CentralKeyBox</name>
    <message>
        <source>Fingerprint of the service&apos;s key</source>
        <translation>Отпечаток ключа сервиса</translation>
    </message>
    <message>
        <source>The e-seal&apos;s password goes to the service encrypted with this key. Compare its fingerprint with the one that the service has published:</source>
        <translation>Пароль электронной печати отправляется сервису зашифрованным этим ключом. Сравните его отпечаток с тем, который опубликовал сервис:</translation>
    </message>
    <message>
        <source>Fingerprint of the new key:</source>
        <translation>Отпечаток нового ключа:</translation>
    </message>
    <message>
        <source>Key of the service:</source>
        <translation>Ключ сервиса:</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>Ask a&amp;gain</source>
        <translation>Спросить ещё раз</translation>
    </message>
    <message>
        <source>Use the new &amp;key</source>
        <translation>Использовать новый ключ</translation>
    </message>
    <message>
        <source>It is right: use this &amp;key</source>
        <translation>Верно: использовать этот ключ</translation>
    </message>
</context>
<context>
    <name>signet::ui::CheckupDialog</name>
    <message>
        <source>Asking the service…</source>
        <translation>Запрос к сервису…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend before you can sign:</source>
        <translation>
            <numerusform>До подписания нужно устранить %n неполадку:</numerusform>
            <numerusform>До подписания нужно устранить %n неполадки:</numerusform>
            <numerusform>До подписания нужно устранить %n неполадок:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can sign; %n thing(s) to look after:</source>
        <translation>
            <numerusform>Подписывать можно; обратите внимание на %n пункт:</numerusform>
            <numerusform>Подписывать можно; обратите внимание на %n пункта:</numerusform>
            <numerusform>Подписывать можно; обратите внимание на %n пунктов:</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is ready for signing.</source>
        <translation>Всё готово к подписанию.</translation>
    </message>
    <message>
        <source>Check the set-up</source>
        <translation>Проверка настроек и устройств</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Результаты</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Проверить &amp;снова</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
</context>
<context>
    <name>signet::ui::DetailsPane</name>
    <message>
        <source>What became of it</source>
        <translation>Что получилось</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Открыть фа&amp;йл</translation>
    </message>
    <message>
        <source>Open fol&amp;der</source>
        <translation>Открыть папк&amp;у</translation>
    </message>
    <message>
        <source>Sa&amp;ve as…</source>
        <translation>Сохра&amp;нить как…</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Идентификатор</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Хеш-значение</translation>
    </message>
    <message>
        <source>Digest (base64)</source>
        <translation>Хеш-значение (base64)</translation>
    </message>
    <message>
        <source>Digest (hexadecimal)</source>
        <translation>Хеш-значение (шестнадцатеричное)</translation>
    </message>
    <message>
        <source>Select a session to see its documents, its digest and its result.</source>
        <translation>Выберите сессию, чтобы увидеть её документы, хеш-значение и результат.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) selected.</source>
        <translation>
            <numerusform>Выбрана %n сессия.</numerusform>
            <numerusform>Выбраны %n сессии.</numerusform>
            <numerusform>Выбрано %n сессий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Session: %1</source>
        <translation>Сессия: %1</translation>
    </message>
    <message>
        <source>picked %1</source>
        <translation>добавлена %1</translation>
    </message>
    <message>
        <source>signed by the card %1</source>
        <translation>подписана картой %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>завершена %1</translation>
    </message>
    <message>
        <source>The document that came of it</source>
        <translation>Получившийся документ</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Открыть документ</translation>
    </message>
    <message>
        <source>Open the folder in which the document lies</source>
        <translation>Открыть папку, в которой лежит документ</translation>
    </message>
    <message>
        <source>Check the signat&amp;ures</source>
        <translation>Проверить подписи</translation>
    </message>
    <message>
        <source>Ask the service which signatures the document has, and whether they are valid</source>
        <translation>Спросить сервис, какие подписи есть в документе и действительны ли они</translation>
    </message>
    <message>
        <source>Fetch the document from the service and save it</source>
        <translation>Получить документ из сервиса и сохранить</translation>
    </message>
    <message>
        <source>What trying again will do</source>
        <translation>Что сделает повторная попытка</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Что будет сделано</translation>
    </message>
</context>
<context>
    <name>signet::ui::DocumentSaver</name>
    <message>
        <source>Save the signed document</source>
        <translation>Сохранить подписанный документ</translation>
    </message>
    <message>
        <source>Save the signed documents in</source>
        <translation>Сохранить подписанные документы в папке</translation>
    </message>
</context>
<context>
    <name>signet::ui::EmptyPage</name>
    <message>
        <source>What would you like to sign?</source>
        <translation>Что вы хотите подписать?</translation>
    </message>
    <message>
        <source>Drop files or folders here, or begin with one of these:</source>
        <translation>Перетащите сюда файлы или папки или начните с одного из этих действий:</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Выбрать файлы…</translation>
    </message>
    <message>
        <source>Enter session identifiers…</source>
        <translation>Ввести идентификаторы сессий…</translation>
    </message>
    <message>
        <source>Use the sa&amp;mple sessions</source>
        <translation>Взять образ&amp;цы сессий</translation>
    </message>
</context>
<context>
    <name>signet::ui::ErrorView</name>
    <message>
        <source>Technical detail</source>
        <translation>Технические сведения</translation>
    </message>
    <message>
        <source>Cop&amp;y all</source>
        <translation>Копироват&amp;ь всё</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Код: %1</translation>
    </message>
</context>
<context>
    <name>signet::ui::FileField</name>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>signet::ui::FirstRunPage</name>
    <message>
        <source>My service</source>
        <translation>Мой сервис</translation>
    </message>
    <message>
        <source>Welcome to Signet</source>
        <translation>Добро пожаловать в Signet</translation>
    </message>
    <message>
        <source>Signet signs documents with your eID card through a SignAPI service. Which service will you use? You can change this later, and add others.</source>
        <translation>Signet подписывает документы вашей картой eID через сервис SignAPI. Каким сервисом вы будете пользоваться? Позже это можно изменить и добавить другие.</translation>
    </message>
    <message>
        <source>eParaksts, &amp;test service: nothing is legally binding</source>
        <translation>&amp;Тестовый сервис eParaksts: ничто не имеет юридической силы</translation>
    </message>
    <message>
        <source>eParaksts, &amp;production</source>
        <translation>&amp;Рабочий сервис eParaksts</translation>
    </message>
    <message>
        <source>An&amp;other address, such as your organisation&apos;s</source>
        <translation>&amp;Другой адрес, например, вашей организации</translation>
    </message>
    <message>
        <source>Try the &amp;demo instead</source>
        <translation>Вместо этого попробовать &amp;демонстрацию</translation>
    </message>
    <message>
        <source>Sa&amp;ve and begin</source>
        <translation>&amp;Сохранить и начать</translation>
    </message>
</context>
<context>
    <name>signet::ui::HistoryDialog</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>завершено %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n не удалась</numerusform>
            <numerusform>%n не удались</numerusform>
            <numerusform>%n не удались</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unconfirmed</source>
        <translation>
            <numerusform>%n не подтверждена</numerusform>
            <numerusform>%n не подтверждены</numerusform>
            <numerusform>%n не подтверждено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n отменена</numerusform>
            <numerusform>%n отменены</numerusform>
            <numerusform>%n отменено</numerusform>
        </translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>прерван</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Экспорт истории</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Search: identifier, document, signer, profile</source>
        <translation>Поиск: идентификатор, документ, подписавший, профиль</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Поиск в истории</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Прежние запуски</translation>
    </message>
    <message>
        <source>Nothing is kept that fits.</source>
        <translation>Ничего подходящего не сохранено.</translation>
    </message>
    <message>
        <source>Show &amp;more</source>
        <translation>Показать &amp;ещё</translation>
    </message>
    <message>
        <source>&amp;Delete finished runs after:</source>
        <translation>&amp;Удалять завершённые запуски через:</translation>
    </message>
    <message>
        <source> days</source>
        <translation> дн.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспортировать…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
</context>
<context>
    <name>signet::ui::MainWindow</name>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
    <message>
        <source>Signet – demo</source>
        <translation>Signet – демонстрация</translation>
    </message>
    <message>
        <source>The journal of earlier runs could not be read. It is kept as %1, and a new one has been begun.</source>
        <translation>Журнал прежних запусков не удалось прочитать. Он сохранён как %1, и начат новый.</translation>
    </message>
</context>
<context>
    <name>signet::ui::MessageArea</name>
    <message>
        <source>This is a demo: service and card are built in, and nothing leaves this computer. The PIN2 of the demo card is %1, the password of the demo e-seal %2.</source>
        <translation>Это демонстрация: сервис и карта встроены, и ничто не покидает этот компьютер. PIN2 демонстрационной карты — %1, пароль демонстрационной электронной печати — %2.</translation>
    </message>
</context>
<context>
    <name>signet::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть это сообщение</translation>
    </message>
</context>
<context>
    <name>signet::ui::ModuleBox</name>
    <message>
        <source>PKCS#11 module</source>
        <translation>Модуль PKCS#11</translation>
    </message>
    <message>
        <source>Libraries (*.so *.so.* *.dll *.dylib)</source>
        <translation>Библиотеки (*.so *.so.* *.dll *.dylib)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Other cards</source>
        <translation>Другие карты</translation>
    </message>
    <message>
        <source>A card that Signet does not know can be used through its PKCS#11 module, a library of the card&apos;s own software. It gets the PIN2 to give it to the card, so choose only one that you trust. Each runs in a process of its own.</source>
        <translation>Карту, которую Signet не знает, можно использовать через её модуль PKCS#11 — библиотеку из программного обеспечения карты. Он получает PIN2, чтобы передать его карте, поэтому выбирайте только тот, которому доверяете. Каждый работает в отдельном процессе.</translation>
    </message>
    <message>
        <source>PKCS#11 modules</source>
        <translation>Модули PKCS#11</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>&amp;Добавить…</translation>
    </message>
    <message>
        <source>Add a PKCS#11 module</source>
        <translation>Добавить модуль PKCS#11</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Убрать</translation>
    </message>
    <message>
        <source>Remove the PKCS#11 module</source>
        <translation>Убрать модуль PKCS#11</translation>
    </message>
    <message>
        <source>This counts from Signet&apos;s next start on.</source>
        <translation>Это вступит в силу со следующего запуска Signet.</translation>
    </message>
</context>
<context>
    <name>signet::ui::OperationPane</name>
    <message>
        <source>Sign</source>
        <translation>Подписать</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Архив</translation>
    </message>
    <message>
        <source>A person&apos;s signature, with an eID card</source>
        <translation>Подпись человека картой eID</translation>
    </message>
    <message>
        <source>The organisation&apos;s e-seal</source>
        <translation>Электронная печать организации</translation>
    </message>
    <message>
        <source>An archive time stamp over what is signed already</source>
        <translation>Архивный штамп времени для уже подписанного</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
</context>
<context>
    <name>signet::ui::PinDialog</name>
    <message>
        <source>Enter PIN2 to sign</source>
        <translation>Введите PIN2, чтобы подписать</translation>
    </message>
    <message>
        <source>&amp;PIN2, the PIN for signing (%1 to %2 digits):</source>
        <translation>&amp;PIN2 — PIN для подписания (от %1 до %2 цифр):</translation>
    </message>
    <message>
        <source>PIN2</source>
        <translation>PIN2</translation>
    </message>
    <message>
        <source>I &amp;know: if this PIN2 is wrong, it is blocked.</source>
        <translation>Я &amp;знаю: если этот PIN2 неверен, он будет заблокирован.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>With this entry you sign:</source>
        <translation>Этим вводом вы подписываете:</translation>
    </message>
    <message numerus="yes">
        <source>With one entry you sign all of these %n:</source>
        <translation>
            <numerusform>Одним вводом вы подписываете эту %n:</numerusform>
            <numerusform>Одним вводом вы подписываете все эти %n:</numerusform>
            <numerusform>Одним вводом вы подписываете все эти %n:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>…and %n more</source>
        <translation>
            <numerusform>…и ещё %n</numerusform>
            <numerusform>…и ещё %n</numerusform>
            <numerusform>…и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>What you sign</source>
        <translation>Что вы подписываете</translation>
    </message>
    <message>
        <source>⚠ This is the last try. A wrong PIN2 blocks it; only the PUK opens it again.</source>
        <translation>⚠ Это последняя попытка. Неверный PIN2 заблокирует его; разблокировать можно будет только с помощью PUK.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>осталась %n попытка</numerusform>
            <numerusform>осталось %n попытки</numerusform>
            <numerusform>осталось %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверка…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n</source>
        <translation>
            <numerusform>Подп&amp;исать %n</numerusform>
            <numerusform>Подп&amp;исать %n</numerusform>
            <numerusform>Подп&amp;исать %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter PIN2 on the &amp;reader, not on this computer</source>
        <translation>Вводить PIN2 на с&amp;читывателе, а не на этом компьютере</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message numerus="yes">
        <source>You sign all of these %n; many cards want PIN2 for each:</source>
        <translation>
            <numerusform>Вы подписываете эту %n; многие карты требуют PIN2 для каждой подписи:</numerusform>
            <numerusform>Вы подписываете все эти %n; многие карты требуют PIN2 для каждой подписи:</numerusform>
            <numerusform>Вы подписываете все эти %n; многие карты требуют PIN2 для каждой подписи:</numerusform>
        </translation>
    </message>
    <message>
        <source>Click “Sign”, then type PIN2 (%1 to %2 digits) on the reader.</source>
        <translation>Нажмите «Подписать», затем введите PIN2 (от %1 до %2 цифр) на считывателе.</translation>
    </message>
    <message>
        <source>Stopping: press the cancel key on the reader.</source>
        <translation>Остановка: нажмите клавишу отмены на считывателе.</translation>
    </message>
    <message>
        <source>%1 still waits for PIN2. Nothing more is signed, whatever is typed there.</source>
        <translation>%1 ещё ждёт PIN2. Больше ничего не будет подписано, что бы там ни ввели.</translation>
    </message>
    <message>
        <source>Enter PIN2 on the reader: signature %1 of %2</source>
        <translation>Введите PIN2 на считывателе: подпись %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 waits for %n second(s). Type the digits there, and confirm with its OK key.</source>
        <translation>
            <numerusform>%1 ждёт %n секунду. Введите цифры там и подтвердите клавишей «OK».</numerusform>
            <numerusform>%1 ждёт %n секунды. Введите цифры там и подтвердите клавишей «OK».</numerusform>
            <numerusform>%1 ждёт %n секунд. Введите цифры там и подтвердите клавишей «OK».</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the reader…</source>
        <translation>Ожидание считывателя…</translation>
    </message>
    <message>
        <source>Signature %1 of %2: with this entry you sign only</source>
        <translation>Подпись %1 из %2: этим вводом вы подписываете только</translation>
    </message>
    <message>
        <source>Signet keeps PIN2 for this batch only: a card that wants it for every signature gets it again.</source>
        <translation>Signet хранит PIN2 только до конца этого подписания: карта, которая требует его для каждой подписи, получает его снова.</translation>
    </message>
</context>
<context>
    <name>signet::ui::PinForm</name>
    <message>
        <source>&amp;Unblock %1</source>
        <translation>&amp;Разблокировать %1</translation>
    </message>
    <message>
        <source>&amp;Change %1</source>
        <translation>&amp;Изменить %1</translation>
    </message>
    <message>
        <source>Unblock %1 with the PUK</source>
        <translation>Разблокировать %1 с помощью PUK</translation>
    </message>
    <message>
        <source>Change PIN1, the PIN for logging in</source>
        <translation>Изменить PIN1, PIN для входа</translation>
    </message>
    <message>
        <source>Change PIN2, the PIN for signing</source>
        <translation>Изменить PIN2, PIN для подписания</translation>
    </message>
    <message>
        <source>The PUK stands in the envelope that came with the card.</source>
        <translation>PUK указан в конверте, полученном вместе с картой.</translation>
    </message>
    <message>
        <source>&amp;PUK:</source>
        <translation>&amp;PUK:</translation>
    </message>
    <message>
        <source>&amp;Present %1:</source>
        <translation>Н&amp;ынешний %1:</translation>
    </message>
    <message>
        <source>&amp;New %1:</source>
        <translation>&amp;Новый %1:</translation>
    </message>
    <message>
        <source>New %1 &amp;again:</source>
        <translation>Новый %1 &amp;ещё раз:</translation>
    </message>
    <message>
        <source>Enter everything on the &amp;reader, not on this computer</source>
        <translation>Вводить всё на с&amp;читывателе, а не на этом компьютере</translation>
    </message>
    <message>
        <source>Only one try is left for %1!</source>
        <translation>Для %1 осталась только одна попытка!</translation>
    </message>
    <message numerus="yes">
        <source>Tries left for %1: %n</source>
        <translation>
            <numerusform>Для %1 осталась %n попытка</numerusform>
            <numerusform>Для %1 осталось %n попытки</numerusform>
            <numerusform>Для %1 осталось %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>I &amp;know: if this PUK is wrong, it is blocked for good.</source>
        <translation>Я &amp;знаю: если этот PUK неверен, он будет заблокирован навсегда.</translation>
    </message>
    <message>
        <source>I &amp;know: if this %1 is wrong, it is blocked.</source>
        <translation>Я &amp;знаю: если этот %1 неверен, он будет заблокирован.</translation>
    </message>
    <message>
        <source>Now enter the PUK on the reader. Its cancel key ends this.</source>
        <translation>Теперь введите PUK на считывателе. Его клавиша отмены прервёт ввод.</translation>
    </message>
    <message>
        <source>Now enter the new %1 on the reader, twice. Its cancel key ends this.</source>
        <translation>Теперь дважды введите новый %1 на считывателе. Его клавиша отмены прервёт ввод.</translation>
    </message>
    <message>
        <source>Now enter the present %1 on the reader, then the new one twice. Its cancel key ends this.</source>
        <translation>Теперь введите на считывателе нынешний %1, затем дважды новый. Его клавиша отмены прервёт ввод.</translation>
    </message>
    <message>
        <source>The reader will ask for the PUK, then for the new %1 twice.</source>
        <translation>Считыватель попросит PUK, затем дважды новый %1.</translation>
    </message>
    <message>
        <source>The reader will ask for the present %1, then for the new one twice.</source>
        <translation>Считыватель попросит нынешний %1, затем дважды новый.</translation>
    </message>
    <message>
        <source>The new %1 has %2 to %3 digits.</source>
        <translation>Новый %1 должен состоять из %2–%3 цифр.</translation>
    </message>
    <message>
        <source>This one is easily guessed. Better are digits without a pattern.</source>
        <translation>Такой легко угадать. Лучше выбрать цифры без закономерности.</translation>
    </message>
    <message>
        <source>The new %1 is fine.</source>
        <translation>Новый %1 подходит.</translation>
    </message>
</context>
<context>
    <name>signet::ui::PinsDialog</name>
    <message>
        <source>PINs of the card</source>
        <translation>PIN-коды карты</translation>
    </message>
    <message>
        <source>Card without a certificate for signing</source>
        <translation>Карта без сертификата для подписания</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Нет карты</translation>
    </message>
    <message>
        <source>%1 is changed. From now on the new one holds.</source>
        <translation>%1 изменён. Теперь действует новый.</translation>
    </message>
    <message>
        <source>%1 is unblocked. From now on the new one holds.</source>
        <translation>%1 разблокирован. Теперь действует новый.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Наза&amp;д</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Waiting for the card…</source>
        <translation>Ожидание карты…</translation>
    </message>
</context>
<context>
    <name>signet::ui::PinsOverview</name>
    <message>
        <source>for logging in</source>
        <translation>для входа</translation>
    </message>
    <message>
        <source>for signing</source>
        <translation>для подписания</translation>
    </message>
    <message>
        <source>unblocks PIN1 and PIN2</source>
        <translation>разблокирует PIN1 и PIN2</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Изменить %1</translation>
    </message>
    <message>
        <source>Give %1 a new value, if you know the present one</source>
        <translation>Задать новое значение %1, если вы знаете нынешнее</translation>
    </message>
    <message>
        <source>Unblock…</source>
        <translation>Разблокировать…</translation>
    </message>
    <message>
        <source>Unblock %1 with the PUK</source>
        <translation>Разблокировать %1 с помощью PUK</translation>
    </message>
    <message>
        <source>%1 is blocked, or you have forgotten it: give it a new value with the PUK</source>
        <translation>%1 заблокирован или забыт: задайте новое значение с помощью PUK</translation>
    </message>
    <message>
        <source>the card does not say how many tries are left</source>
        <translation>карта не сообщает, сколько попыток осталось</translation>
    </message>
    <message>
        <source>blocked: only the office that issued the card can help (in Latvia, the PMLP)</source>
        <translation>заблокирован: помочь может только учреждение, выдавшее карту (в Латвии – УДГМ, PMLP)</translation>
    </message>
    <message>
        <source>blocked: unblock it with the PUK</source>
        <translation>заблокирован: разблокируйте его с помощью PUK</translation>
    </message>
    <message>
        <source>only one try left!</source>
        <translation>осталась только одна попытка!</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>осталась %n попытка</numerusform>
            <numerusform>осталось %n попытки</numerusform>
            <numerusform>осталось %n попыток</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signet::ui::ProfileDialog</name>
    <message>
        <source>New profile</source>
        <translation>Новый профиль</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>&amp;Профиль:</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Sa&amp;ve and use</source>
        <translation>&amp;Сохранить и использовать</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>signet::ui::ProfileForm</name>
    <message>
        <source>The connection works.</source>
        <translation>Соединение работает.</translation>
    </message>
    <message>
        <source>The connection works. The service knows you as %1.</source>
        <translation>Соединение работает. Сервис знает вас как %1.</translation>
    </message>
    <message>
        <source>Files may have up to %1.</source>
        <translation>Размер файлов — до %1.</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Доверенные сертификаты</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Сертификаты (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Enter the secret first.</source>
        <translation>Сначала введите секрет.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Имя:</translation>
    </message>
    <message>
        <source>Add&amp;ress of the service:</source>
        <translation>&amp;Адрес сервиса:</translation>
    </message>
    <message>
        <source>&amp;Access:</source>
        <translation>Дост&amp;уп:</translation>
    </message>
    <message>
        <source>Client identifier and secret</source>
        <translation>Идентификатор и секрет клиента</translation>
    </message>
    <message>
        <source>A ready access token</source>
        <translation>Готовый токен доступа</translation>
    </message>
    <message>
        <source>Address for &amp;tokens:</source>
        <translation>Адрес для &amp;токенов:</translation>
    </message>
    <message>
        <source>Client &amp;identifier:</source>
        <translation>И&amp;дентификатор клиента:</translation>
    </message>
    <message>
        <source>Client &amp;secret:</source>
        <translation>С&amp;екрет клиента:</translation>
    </message>
    <message>
        <source>Access &amp;token:</source>
        <translation>То&amp;кен доступа:</translation>
    </message>
    <message>
        <source>empty: the one that is kept</source>
        <translation>пусто: сохранённый</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s key chain</source>
        <translation>&amp;Хранить в системном хранилище ключей</translation>
    </message>
    <message>
        <source>Trust also the &amp;certificates in:</source>
        <translation>Доверять также &amp;сертификатам из:</translation>
    </message>
    <message>
        <source>File with certificates to trust</source>
        <translation>Файл с доверенными сертификатами</translation>
    </message>
    <message>
        <source>usually empty</source>
        <translation>обычно пусто</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>В&amp;ыбрать…</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Дополнительно</translation>
    </message>
    <message>
        <source>T&amp;est the connection</source>
        <translation>Пр&amp;оверить соединение</translation>
    </message>
</context>
<context>
    <name>signet::ui::ProfileOptions</name>
    <message>
        <source>Sessions in one request:</source>
        <translation>Сессий в одном запросе:</translation>
    </message>
    <message>
        <source>Wait for an answer (seconds):</source>
        <translation>Ждать ответа (секунд):</translation>
    </message>
    <message>
        <source>Look up an unclear end (seconds):</source>
        <translation>Выяснять неясный исход (секунд):</translation>
    </message>
    <message>
        <source>Authentication certificate instead of the card&apos;s:</source>
        <translation>Сертификат аутентификации вместо карточного:</translation>
    </message>
    <message>
        <source>Encode identifier and secret as forms are</source>
        <translation>Кодировать идентификатор и секрет как данные формы</translation>
    </message>
    <message>
        <source>Send ECDSA signatures as r‖s instead of DER</source>
        <translation>Отправлять подписи ECDSA как r‖s, а не DER</translation>
    </message>
    <message>
        <source>Seal and archive: send the authentication certificate as PEM text</source>
        <translation>Печать и архив: отправлять сертификат аутентификации текстом PEM</translation>
    </message>
    <message>
        <source>Seal: encrypt the password with OAEP instead of PKCS#1 v1.5</source>
        <translation>Печать: шифровать пароль по OAEP вместо PKCS#1 v1.5</translation>
    </message>
    <message>
        <source>Sign: ask for PIN2 before every signature</source>
        <translation>Подписание: запрашивать PIN2 перед каждой подписью</translation>
    </message>
    <message>
        <source>One entry signs one session, whatever the card would allow. Otherwise one entry signs a whole batch.</source>
        <translation>Один ввод подписывает одну сессию, что бы ни позволяла карта. Иначе один ввод подписывает всё отмеченное.</translation>
    </message>
</context>
<context>
    <name>signet::ui::ReportDialog</name>
    <message>
        <source>Signatures</source>
        <translation>Подписи</translation>
    </message>
    <message>
        <source>Signatures of %1</source>
        <translation>Подписи: %1</translation>
    </message>
    <message>
        <source>The service is checking the signatures of %1…</source>
        <translation>Сервис проверяет подписи: %1…</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>&amp;Копировать отчёт</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>signet::ui::ResultFormMenu</name>
    <message>
        <source>Res&amp;ult for these sessions</source>
        <translation>Ре&amp;зультат для этих сессий</translation>
    </message>
    <message>
        <source>Res&amp;ult for this session</source>
        <translation>Ре&amp;зультат для этой сессии</translation>
    </message>
    <message>
        <source>&amp;As chosen below</source>
        <translation>&amp;Как выбрано внизу</translation>
    </message>
    <message>
        <source>&amp;Container: add, or make one</source>
        <translation>В кон&amp;тейнере</translation>
    </message>
    <message>
        <source>Always a &amp;new container</source>
        <translation>Всегда &amp;новый контейнер</translation>
    </message>
    <message>
        <source>Inside the &amp;PDF</source>
        <translation>Внутри &amp;PDF</translation>
    </message>
</context>
<context>
    <name>signet::ui::SealConnection</name>
    <message>
        <source>Choose the e-seal first.</source>
        <translation>Сначала выберите электронную печать.</translation>
    </message>
    <message>
        <source>Opening the e-seal…</source>
        <translation>Открывается электронная печать…</translation>
    </message>
    <message>
        <source>Asking the service for its key…</source>
        <translation>Запрашивается ключ сервиса…</translation>
    </message>
    <message>
        <source>Confirm the service&apos;s key first.</source>
        <translation>Сначала подтвердите ключ сервиса.</translation>
    </message>
</context>
<context>
    <name>signet::ui::SealDialog</name>
    <message>
        <source>E-seal of the organisation</source>
        <translation>Электронная печать организации</translation>
    </message>
    <message>
        <source>The profile remembers where the files are. The password is asked for when the e-seal is opened.</source>
        <translation>Профиль запоминает, где лежат файлы. Пароль спрашивается при открытии печати.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>File of the e-seal</source>
        <translation>Файл электронной печати</translation>
    </message>
    <message>
        <source>a PFX or P12 file</source>
        <translation>файл PFX или P12</translation>
    </message>
    <message>
        <source>E-seals (*.pfx *.p12)</source>
        <translation>Электронные печати (*.pfx *.p12)</translation>
    </message>
    <message>
        <source>Authentication certificate</source>
        <translation>Сертификат аутентификации</translation>
    </message>
    <message>
        <source>PEM, DER or PFX</source>
        <translation>PEM, DER или PFX</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der *.pfx *.p12)</source>
        <translation>Сертификаты (*.pem *.crt *.cer *.der *.pfx *.p12)</translation>
    </message>
    <message>
        <source>Key of the service</source>
        <translation>Ключ сервиса</translation>
    </message>
    <message>
        <source>usually empty: the service is asked</source>
        <translation>обычно пусто: спрашивается у сервиса</translation>
    </message>
    <message>
        <source>Keys and certificates (*.pem *.pub *.crt *.cer *.der)</source>
        <translation>Ключи и сертификаты (*.pem *.pub *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>&amp;File of the e-seal:</source>
        <translation>&amp;Файл печати:</translation>
    </message>
    <message>
        <source>&amp;Authentication certificate:</source>
        <translation>Сертификат &amp;аутентификации:</translation>
    </message>
    <message>
        <source>&amp;Key of the service:</source>
        <translation>&amp;Ключ сервиса:</translation>
    </message>
    <message>
        <source>&amp;Use this e-seal</source>
        <translation>&amp;Использовать эту печать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>signet::ui::SealPanel</name>
    <message>
        <source>Seal with</source>
        <translation>Чем ставить печать</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Сертификат:</translation>
    </message>
    <message>
        <source>Fingerprint:</source>
        <translation>Отпечаток:</translation>
    </message>
    <message>
        <source>Time stamps with:</source>
        <translation>Штампы времени:</translation>
    </message>
    <message>
        <source>No e-seal has been chosen</source>
        <translation>Электронная печать не выбрана</translation>
    </message>
    <message>
        <source>An e-seal is a PFX file of your organisation. Choose it once; the profile remembers it.</source>
        <translation>Электронная печать — это файл PFX вашей организации. Выберите его один раз: профиль запомнит.</translation>
    </message>
    <message>
        <source>Opening the e-seal…</source>
        <translation>Открывается электронная печать…</translation>
    </message>
    <message>
        <source>The e-seal is locked. Its password is asked for once after each start.</source>
        <translation>Электронная печать закрыта. Пароль спрашивается один раз после каждого запуска.</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>действителен до %1</translation>
    </message>
    <message>
        <source>Issued by %1</source>
        <translation>Издатель: %1</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>%1, valid until %2</source>
        <translation>%1, действует до %2</translation>
    </message>
    <message>
        <source>Enter the &amp;password…</source>
        <translation>Ввести пароль…</translation>
    </message>
    <message>
        <source>Choose the e-seal…</source>
        <translation>Выбрать печать…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
</context>
<context>
    <name>signet::ui::SealPasswordDialog</name>
    <message>
        <source>Open the e-seal</source>
        <translation>Открытие электронной печати</translation>
    </message>
    <message>
        <source>Enter the password of the e-seal&apos;s file %1.</source>
        <translation>Введите пароль файла электронной печати %1.</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Пароль:</translation>
    </message>
    <message>
        <source>Password of the e-seal&apos;s file</source>
        <translation>Пароль файла электронной печати</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s key chain</source>
        <translation>&amp;Хранить в системном хранилище ключей</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>&amp;Open the e-seal</source>
        <translation>&amp;Открыть печать</translation>
    </message>
</context>
<context>
    <name>signet::ui::SecretPrompt</name>
    <message>
        <source>Enter the client secret or the access token of “%1”.</source>
        <translation>Введите секрет клиента или токен доступа профиля «%1».</translation>
    </message>
    <message>
        <source>Enter the client secret or the access token of “%1”. This computer has no key chain to keep it in, so Signet asks once after each start.</source>
        <translation>Введите секрет клиента или токен доступа профиля «%1». На этом компьютере нет хранилища ключей, поэтому Signet спрашивает один раз после каждого запуска.</translation>
    </message>
    <message>
        <source>Client secret or access token</source>
        <translation>Секрет клиента или токен доступа</translation>
    </message>
    <message>
        <source>&amp;Keep it in the key chain</source>
        <translation>&amp;Хранить в хранилище ключей</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Под&amp;ключиться</translation>
    </message>
</context>
<context>
    <name>signet::ui::ServicePanel</name>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Profile of the service</source>
        <translation>Профиль сервиса</translation>
    </message>
    <message>
        <source>Which service, and as which client</source>
        <translation>Какой сервис и от имени какого клиента</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>Add or change profiles</source>
        <translation>Добавить или изменить профили</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Повто&amp;рить</translation>
    </message>
    <message>
        <source>No service has been chosen.</source>
        <translation>Сервис не выбран.</translation>
    </message>
    <message>
        <source>Asking the key chain…</source>
        <translation>Запрос к хранилищу ключей…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Подключено</translation>
    </message>
    <message>
        <source>Connected as %1</source>
        <translation>Подключено как %1</translation>
    </message>
</context>
<context>
    <name>signet::ui::SessionPane</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>&amp;Добавить файлы…</translation>
    </message>
    <message>
        <source>Add sess&amp;ions…</source>
        <translation>Доба&amp;вить сессии…</translation>
    </message>
    <message>
        <source>Find by name, identifier or result</source>
        <translation>Поиск по имени, идентификатору или результату</translation>
    </message>
    <message>
        <source>Find sessions</source>
        <translation>Поиск сессий</translation>
    </message>
    <message>
        <source>Which sessions to show</source>
        <translation>Какие сессии показывать</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Сессии</translation>
    </message>
    <message>
        <source>No session fits what you are looking for.</source>
        <translation>Ни одна сессия не соответствует поиску.</translation>
    </message>
    <message>
        <source>Mark a&amp;ll</source>
        <translation>Отметить вс&amp;е</translation>
    </message>
    <message>
        <source>Mark &amp;none</source>
        <translation>Снять от&amp;метки</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>With trouble</source>
        <translation>С ошибками</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n сессия</numerusform>
            <numerusform>%n сессии</numerusform>
            <numerusform>%n сессий</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>отмечена %n</numerusform>
            <numerusform>отмечены %n</numerusform>
            <numerusform>отмечено %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>Not yet done</source>
        <translation>Ещё не готовы</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готовые</translation>
    </message>
</context>
<context>
    <name>signet::ui::SessionTableModel</name>
    <message>
        <source>Documents</source>
        <translation>Документы</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
</context>
<context>
    <name>signet::ui::SettingsDialog</name>
    <message>
        <source>Folder for signed documents</source>
        <translation>Папка для подписанных документов</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Язык:</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Вид:</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлый</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмный</translation>
    </message>
    <message>
        <source>&amp;Save all signed documents in this folder:</source>
        <translation>&amp;Сохранять все подписанные документы в этой папке:</translation>
    </message>
    <message>
        <source>Otherwise they are saved beside their originals, where those are files of this computer.</source>
        <translation>Иначе они сохраняются рядом с оригиналами, если это файлы этого компьютера.</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>В&amp;ыбрать…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
</context>
<context>
    <name>signet::ui::SignBar</name>
    <message>
        <source>Progress</source>
        <translation>Ход выполнения</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n</source>
        <translation>
            <numerusform>Подп&amp;исать %n</numerusform>
            <numerusform>Подп&amp;исать %n</numerusform>
            <numerusform>Подп&amp;исать %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation>Подп&amp;исать</translation>
    </message>
    <message>
        <source>Stop &amp;waiting</source>
        <translation>Не &amp;ждать</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>О&amp;тмена</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>готово %1 из %2</translation>
    </message>
    <message>
        <source>stopping: waiting for what has already been sent</source>
        <translation>остановка: ожидание того, что уже отправлено</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Подготовка…</translation>
    </message>
    <message>
        <source>%1 of %2 signed by the card</source>
        <translation>подписано картой %1 из %2</translation>
    </message>
    <message>
        <source>Waiting for your PIN2</source>
        <translation>Ожидается ваш PIN2</translation>
    </message>
    <message>
        <source>Container: add, or make one</source>
        <translation>В контейнере</translation>
    </message>
    <message>
        <source>Always a new container</source>
        <translation>Всегда новый контейнер</translation>
    </message>
    <message>
        <source>PDF where possible</source>
        <translation>PDF, где возможно</translation>
    </message>
    <message>
        <source>Inside the PDF</source>
        <translation>Внутри PDF</translation>
    </message>
    <message>
        <source>Adds to a container that is there; anything else is put into a new one.</source>
        <translation>Добавляет в имеющийся контейнер; всё остальное помещает в новый.</translation>
    </message>
    <message>
        <source>A container that is there is put into a new one with everything in it.</source>
        <translation>Имеющийся контейнер со всем содержимым помещается в новый.</translation>
    </message>
    <message>
        <source>Inside the PDF where a session has exactly one; otherwise in a container.</source>
        <translation>Внутри PDF, если в сессии ровно один; иначе в контейнере.</translation>
    </message>
    <message>
        <source>Inside the PDF of each session; a session that has not exactly one is left out.</source>
        <translation>Внутри PDF каждой сессии; сессии, где не ровно один PDF, пропускаются.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Seal %n</source>
        <translation>
            <numerusform>Поставить печать: %n</numerusform>
            <numerusform>Поставить печать: %n</numerusform>
            <numerusform>Поставить печать: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Seal</source>
        <translation>Поставить печать</translation>
    </message>
    <message numerus="yes">
        <source>Ar&amp;chive %n</source>
        <translation>
            <numerusform>Архивировать: %n</numerusform>
            <numerusform>Архивировать: %n</numerusform>
            <numerusform>Архивировать: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ar&amp;chive</source>
        <translation>Архивировать</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Идёт работа…</translation>
    </message>
    <message>
        <source>For&amp;m of the result:</source>
        <translation>Вид результата:</translation>
    </message>
    <message numerus="yes">
        <source>The service is not answering as it should: trying again in %n s</source>
        <translation>
            <numerusform>Сервис отвечает не так, как должен: новая попытка через %n с</numerusform>
            <numerusform>Сервис отвечает не так, как должен: новая попытка через %n с</numerusform>
            <numerusform>Сервис отвечает не так, как должен: новая попытка через %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 per minute</source>
        <translation>%1 в минуту</translation>
    </message>
</context>
<context>
    <name>signet::ui::UnfinishedBar</name>
    <message numerus="yes">
        <source>%n signed and not sent.</source>
        <translation>
            <numerusform>%n подписана и не отправлена.</numerusform>
            <numerusform>%n подписаны и не отправлены.</numerusform>
            <numerusform>%n подписано и не отправлено.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent, and it is not known what became of them.</source>
        <translation>
            <numerusform>%n отправлена, и неизвестно, что с ней стало.</numerusform>
            <numerusform>%n отправлены, и неизвестно, что с ними стало.</numerusform>
            <numerusform>%n отправлено, и неизвестно, что с ними стало.</numerusform>
        </translation>
    </message>
    <message>
        <source>Going on looks them up, and sends what was signed.</source>
        <translation>При продолжении это выясняется, а подписанное отправляется.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Показать…</translation>
    </message>
    <message>
        <source>Unfinished from before (%1 of %2): %3</source>
        <translation>Не завершено с прошлого раза (%1 из %2): %3</translation>
    </message>
</context>
<context>
    <name>signet::ui::UnfinishedDialog</name>
    <message>
        <source>Unfinished from before</source>
        <translation>Не завершено с прошлого раза</translation>
    </message>
    <message>
        <source>Going on looks up what became of what was sent, and sends what was signed. No card and no PIN are needed.</source>
        <translation>При продолжении выясняется, что стало с отправленным, а подписанное отправляется. Ни карта, ни PIN не нужны.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Документ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Unfinished sessions</source>
        <translation>Незавершённые сессии</translation>
    </message>
    <message>
        <source>Also &amp;send again what is still not confirmed after that</source>
        <translation>Также &amp;отправить снова то, что и после этого не подтверждено</translation>
    </message>
    <message>
        <source>Look at the documents first: if the first request was carried out after all, sending it again may add a second signature, seal or time stamp. Seals are sent again only while the e-seal is unlocked.</source>
        <translation>Сначала посмотрите документы: если первый запрос всё же был выполнен, повторная отправка может добавить вторую подпись, печать или метку времени. Печати отправляются снова, только пока электронная печать разблокирована.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Закрыть</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
</context>
<context>
    <name>signet::ui::WindowDialogs</name>
    <message>
        <source>Nothing yet</source>
        <translation>Пока ничего нет</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n of them</source>
        <translation>
            <numerusform>&amp;Все (%n)</numerusform>
            <numerusform>&amp;Все (%n)</numerusform>
            <numerusform>&amp;Все (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Забыть их</translation>
    </message>
    <message>
        <source>Folder whose files are to be added</source>
        <translation>Папка, файлы которой добавить</translation>
    </message>
    <message>
        <source>Files to add</source>
        <translation>Файлы для добавления</translation>
    </message>
</context>
</TS>
