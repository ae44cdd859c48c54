// The vocabulary itself: data only. A word is lower case and stands without its colon or arrow.
#include <array>

#include "extract/vocabulary.h"

namespace klartext {
namespace {

// clang-format off
constexpr std::array kLabelWords = {
  LabelWords{Label::related, "de",
    "mehr zum thema|mehr zu diesem thema|mehr zum themenkomplex|auch interessant|lesen sie auch|lesen sie auch dazu|lesen sie dazu auch|lesen sie hier|"
    "lesen sie mehr|lesen sie mehr zum thema|lesen sie weiter|lies auch|lesetipp|lesetipps|leseempfehlung|leseempfehlungen|das könnte sie auch interessieren|"
    "das könnte dich auch interessieren|das könnte sie interessieren|das könnte dich interessieren|könnte sie auch interessieren|interessant für sie|"
    "dies könnte sie auch interessieren|verwandte artikel|verwandte themen|verwandte beiträge|weitere artikel|weitere artikel zum thema|weitere beiträge|"
    "weitere meldungen|weitere themen|weitere nachrichten|weitere informationen|weiterführende links|weiterlesen zum thema|weitere beiträge zum thema|ähnliche artikel|"
    "ähnliche beiträge|ähnliche themen|ähnliche news|die redaktion empfiehlt|unsere empfehlungen|empfehlung der redaktion|empfehlungen der redaktion|"
    "redaktionsempfehlung|empfohlene artikel|empfohlene beiträge|aus dem ressort|passend zum artikel|passend zum thema|zum thema|dazu passend|siehe auch|hintergrund|mehr dazu|"
    "mehr infos|mehr informationen|mehr lesen über|mehr lesen|mehr über|mehr von|mehr aus|mehr aus dem ressort|mehr aus dieser rubrik|mehr artikel|mehr nachrichten|links zum thema|"
    "links zum artikel|artikel zum thema|beiträge zum thema|themen im artikel|im zusammenhang|auch spannend|außerdem interessant|noch mehr zum thema|weiterlesen|"
    "das interessiert andere leser|lesen sie auch diese artikel|nächster artikel|vorheriger artikel|nicht verpassen|dossier|in diesem dossier|bisher erschienen|"
    "weitere folgen|alle folgen|bleiben sie dran|passende artikel|dazu auch|auch auf|quiz zum thema|video zum thema|videos zum thema"},
  LabelWords{Label::related, "en",
    "related|related articles|related article|related stories|related story|related news|related posts|related post|related content|related topics|related links|related reading|"
    "related coverage|read more|read also|read next|read now|also read|also see|see also|see more|more on this story|more on this|more on this topic|more on|more from|more stories|"
    "more news|more articles|more coverage|more like this|you may also like|you might also like|you may be interested in|you might be interested in|"
    "might interest you|we recommend|recommended|recommended for you|recommended reading|recommended stories|recommended articles|recommended by our editors|editor's picks|editors' picks|editor's pick|"
    "up next|next article|previous article|next post|previous post|don't miss|in this story|further reading|keep reading|continue reading|similar articles|similar stories|similar posts|"
    "must read|top picks|what to read next|what to know|explore more|in case you missed it|from our network|suggested reading|suggested for you|other stories|other articles|more in this section"},
  LabelWords{Label::related, "fr",
    "lire aussi|à lire aussi|a lire aussi|lire également|à lire également|à lire|sur le même sujet|dans la même rubrique|articles liés|article lié|articles similaires|articles connexes|voir aussi|à voir aussi|"
    "à découvrir|nos lecteurs ont lu ensuite|pour aller plus loin|en lien|vous aimerez aussi|plus d'articles|la rédaction vous conseille|notre sélection|lire plus|contenus associés|le dossier|en savoir plus|"
    "aller plus loin|retrouvez aussi|à ne pas manquer|ces articles pourraient vous intéresser"},
  LabelWords{Label::related, "es",
    "lea también|lee también|leer también|te puede interesar|te podría interesar|le puede interesar|noticias relacionadas|noticia relacionada|relacionadas|relacionados|artículos relacionados|artículo relacionado|"
    "más información|más noticias|más sobre este tema|también te puede interesar|ver también|vea también|mira también|además|contenido relacionado|notas relacionadas|no te pierdas|sobre el tema|"
    "seguir leyendo|recomendados|recomendado|te recomendamos|leé también|más leídas de"},
  LabelWords{Label::related, "it",
    "leggi anche|leggi pure|articoli correlati|articolo correlato|correlati|potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|ti potrebbe interessare anche|potrebbero interessarti|"
    "vedi anche|guarda anche|per approfondire|approfondimenti|altre notizie|sullo stesso argomento|notizie correlate|i nostri consigli|consigliati per te|continua a leggere|altri articoli"},
  LabelWords{Label::related, "pt",
    "leia também|leia mais|veja também|veja mais|saiba mais|notícias relacionadas|notícia relacionada|artigos relacionados|relacionadas|mais sobre|pode interessar|também lhe pode interessar|você pode gostar|conteúdo relacionado|confira"},
  LabelWords{Label::related, "nl",
    "lees ook|lees meer|lees verder|meer over|gerelateerd|gerelateerde artikelen|gerelateerde berichten|meer nieuws|ook interessant|bekijk ook|zie ook|aanbevolen|meer artikelen|verder lezen|aanraders"},
  LabelWords{Label::related, "nordic",
    "läs också|läs även|läs mer|läs mer om|relaterat|relaterade artiklar|mer om|les også|les mer|les mer om|relatert|relaterte saker|relaterte artikler|mer fra|flere saker|anbefalt|læs også|læs mere|læs mere om|"
    "relaterede artikler|mere om|flere artikler|anbefalet|lue myös|lue lisää|aiheesta lisää|lisää aiheesta|sjá einnig|lesa meira|tengdar fréttir|les også disse"},
  LabelWords{Label::related, "slavic",
    "czytaj także|czytaj też|czytaj również|czytaj więcej|przeczytaj także|przeczytaj też|przeczytaj również|zobacz także|zobacz też|zobacz również|powiązane artykuły|powiązane|podobne artykuły|polecane|polecamy|"
    "więcej na ten temat|czytaj dalej|warto przeczytać|čtěte také|přečtěte si také|související články|související|doporučujeme|čítajte aj|súvisiace články|súvisiace|читайте также|читайте ещё|читайте еще|по теме|"
    "материалы по теме|похожие новости|смотрите также|читайте також|pročitajte još|pročitajte i|povezane vijesti|vezane vesti|preberite tudi|sorodne novice|прочетете още|още по темата"},
  LabelWords{Label::related, "other",
    "ilgili haberler|benzer haberler|bunlar da ilginizi çekebilir|ilginizi çekebilir|ayrıca okuyun|baca juga|berita terkait|artikel terkait|lihat juga|citește și|citiţi şi|articole similare|vezi și|kapcsolódó cikkek|"
    "olvassa el ezt is|ezt is ajánljuk|kapcsolódó|olvasd el|διαβάστε επίσης|διαβάστε ακόμα|σχετικά άρθρα|xem thêm|tin liên quan|bài liên quan|अधिक पढ़ें|यह भी पढ़ें|関連記事|関連ニュース|あわせて読みたい|相关新闻|相关阅读|延伸閱讀|相關新聞|관련기사|관련 기사|مواضيع ذات صلة|اقرأ أيضا|اقرأ أيضاً"},

  LabelWords{Label::popular, "de",
    "meistgelesen|meistgelesene artikel|meist gelesen|am meisten gelesen|meistgelesene|meistgeklickt|meist geklickt|meistkommentiert|meistgeteilt|meistgesehen|beliebt|beliebte artikel|beliebteste artikel|top-themen|topthemen|top themen|"
    "neueste artikel|neueste|neueste beiträge|neueste nachrichten|neueste meldungen|letzte beiträge|aktuelle beiträge|aktuelle artikel|aktuelles|aktuelle meldungen|aktuelle nachrichten|aktuelle themen|empfehlungen|empfehlung|newsticker|live-ticker|"
    "top-artikel|top artikel|startseite|themen des tages|alle artikel|alle nachrichten|das wichtigste|schlagzeilen|im fokus|aus aller welt|neu|jetzt live|kurzmeldungen|mediathek|podcasts|spiele|neu auf|eilmeldung|videos|themenseiten"},
  LabelWords{Label::popular, "en",
    "most read|most popular|most viewed|most shared|most commented|most watched|most recent|popular|popular posts|popular articles|popular stories|popular now|trending|trending now|trending stories|trending articles|latest|latest news|"
    "latest stories|latest posts|latest articles|latest headlines|latest updates|recent|recent posts|recent news|recent articles|recent comments|recent stories|top stories|top news|top headlines|breaking news|what's hot|just in|in the news|"
    "in other news|featured|featured posts|featured articles|featured stories|headlines|more headlines|around the web|from around the web|from the web|newest|live now|the latest|archives|archive"},
  LabelWords{Label::popular, "fr", "les plus lus|les plus lues|les plus populaires|le plus lu|articles les plus lus|dernières actualités|derniers articles|dernières infos|en direct|à la une|les + lus|tendances|les plus partagés|en continu|le fil info|populaires"},
  LabelWords{Label::popular, "es/pt/it", "lo más leído|lo más visto|las más leídas|más leídas|más leído|más leídos|lo último|últimas noticias|lo más reciente|destacados|tendencias|más populares|ultimas noticias|mais lidas|as mais lidas|mais vistas|últimas|últimas notícias|em alta|destaques|i più letti|più letti|le più lette|ultime notizie|ultim'ora|in evidenza|più popolari"},
  LabelWords{Label::popular, "nl/nordic/slavic", "meest gelezen|net binnen|populair|laatste nieuws|mest läst|mest lest|mest lest nå|mest læst|senaste nytt|siste nytt|siste|seneste|seneste nyt|luetuimmat|tuoreimmat|populært|najczęściej czytane|najpopularniejsze|popularne|najnowsze|ostatnie|nejčtenější|najčítanejšie|популярное|самое читаемое|последние новости|новости|главное|najčitanije|en çok okunanlar|son dakika|terpopuler|legolvasottabb"},

  LabelWords{Label::advertisement, "de", "anzeige|anzeigen|werbung|advertorial|sponsored|gesponsert|gesponserter inhalt|gesponserte inhalte|bezahlter inhalt|weiter nach der anzeige|anzeigenschluss|affiliate-link|werbeanzeige|artikel wird unter der anzeige fortgesetzt|hier geht es nach der anzeige weiter|ende der werbung|produktempfehlung|produktempfehlungen|angebote"},
  LabelWords{Label::advertisement, "en", "advertisement|advertisements|ad|ads|advertising|sponsored content|sponsored by|sponsored links|paid content|promoted|promoted content|partner content|story continues below|story continues below advertisement|article continues below|article continues below advertisement|article content continues below|continue reading below|scroll to continue|scroll to continue with content|advertisement - scroll to continue|continues after advertisement|skip advertisement|continue reading the main story|ad feedback|report this ad|report ad|remove ads|skip ad"},
  LabelWords{Label::advertisement, "other", "publicité|annonce|annonces|la suite après la publicité|publicidad|publicidade|continua após a publicidade|continúa después de la publicidad|pubblicità|la pubblicità|advertentie|advertenties|annons|annonse|annoncørbetalt indhold|mainos|mainos alkaa|mainos päättyy|reklama|reklam|реклама|hirdetés|publicitate|διαφήμιση|iklan|advertentie - lees hieronder verder|広告|广告|廣告|광고|إعلان"},

  LabelWords{Label::consent, "de", "empfohlener redaktioneller inhalt|empfohlener externer inhalt|externer inhalt|externe inhalte|externen inhalt anzeigen|cookie-einstellungen|cookies|datenschutz|datenschutzerklärung|datenschutzeinstellungen|inhalt laden|inhalte anzeigen|alle akzeptieren|akzeptieren|ablehnen|zustimmen|zustimmen & weiter|einstellungen|mehr erfahren|inhalt anzeigen|x-inhalt aktivieren|jetzt aktivieren|externe inhalte anzeigen|jederzeit widerrufbar|externer inhalt nicht verfügbar|privatsphäre|empfohlener inhalt"},
  LabelWords{Label::consent, "en", "accept|accept all|accept all cookies|accept cookies|reject all|decline|cookie settings|cookie policy|privacy policy|privacy settings|manage cookies|manage preferences|i agree|got it|load content|show content|allow|allow and continue|terms of use|terms of service|terms and conditions|your privacy choices|do not sell my personal information"},
  LabelWords{Label::consent, "other", "accepter|tout accepter|refuser|tout refuser|paramétrer|politique de confidentialité|aceptar|aceptar todo|rechazar|política de privacidad|política de cookies|accetta|rifiuta|accetta tutti|accepteren|weigeren|cookie-instellingen|godkänn|tillåt|akceptuję|przejdź do serwisu|aceitar|hyväksy"},

  LabelWords{Label::tags, "de", "schlagwörter|schlagworte|schlagwort|stichwörter|stichworte|stichwort|themen|thema|tags|tag|mehr zu den themen|mehr zu|kategorien|kategorie|themen dieses artikels|themen in diesem artikel|ähnliche themen|verwandte themen|themen im artikel|in diesem artikel|weitere artikel zu|alles zum thema|verschlagwortet mit|verschlagwortet|rubrik|rubriken|veröffentlicht in|abgelegt unter|personen|orte|organisationen"},
  LabelWords{Label::tags, "en", "topics|topic|related topics|tagged|tagged with|tagged as|tagged in|tagged under|keywords|key words|categories|category|filed under|filed in|filed to|posted in|labels|in this article|article tags|post tags|explore topics|explore|related tags|topics in this story|topics mentioned|subjects|more about|read more about|read more on|hashtags"},
  LabelWords{Label::tags, "other", "mots-clés|mots clés|mots-clefs|thèmes|thématiques|sujets|étiquettes|catégories|dans cet article|temas|etiquetas|palabras clave|archivado en|en este artículo|tópicos|palavras-chave|assuntos|argomenti|parole chiave|etichette|categorie|trefwoorden|onderwerpen|onderwerp|ämnen|ämnesord|taggar|emner|stikord|emneord|nøkkelord|avainsanat|aiheet|tagi|tematy|słowa kluczowe|štítky|témata|klíčová slova|kľúčové slová|теги|темы|метки|тема|теми|címkék|etiketler|etichete|ετικέτες|タグ|キーワード|标签|標籤|关键词|태그|الكلمات المفتاحية"},

  LabelWords{Label::share, "de", "teilen|artikel teilen|diesen artikel teilen|beitrag teilen|seite teilen|jetzt teilen|merken|artikel merken|merkliste|auf die merkliste|senden|per e-mail|e-mail|per mail|facebook|twitter|x|whatsapp|linkedin|xing|pinterest|telegram|flipboard|reddit|pocket|link kopieren|link kopiert|feedback|feedback geben|folgen|folgen sie uns|folge uns|teilen sie diesen artikel|auf facebook teilen|bei facebook teilen|auf twitter teilen|per whatsapp teilen|per e-mail teilen|tweet|twittern|threema|bluesky|mastodon|threads|instagram|youtube|tiktok|rss|gefällt mir|artikel verschenken|verschenken|artikel verlinken|speichern|schriftgröße|sprache|vorlesen|teilen auf|artikel speichern|zur startseite|kommentieren"},
  LabelWords{Label::share, "en", "share|share this|share this article|share this story|share this post|share article|share on|share via|share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share by email|share via email|share it|share full article|share options|email|email this article|copy link|copied|link copied|save|save article|save story|bookmark|follow|follow us|follow us on|like this|like|likes|send|gift article|gift this article|give this article|sms|messenger|snapchat|skype|tumblr|viber|url copied|copy|views|add as preferred source|add to google|follow on google|listen|text size|comment|retweet|pin it|shares"},
  LabelWords{Label::share, "other", "partager|partager sur|partager cet article|partager l'article|envoyer|copier le lien|suivre|enregistrer|offrir l'article|compartir|compartir en|comparte|compartir este artículo|copiar enlace|guardar|seguir|síguenos|síguenos en|seguinos en|condividi|condividi su|condividi l'articolo|invia|copia link|salva|segui|seguici su|compartilhar|compartilhe|partilhar|partilhe|copiar link|siga|delen|deel|deel dit artikel|deel artikel|deel via|bewaren|opslaan|volg|kopieer link|dela|dela artikeln|spara|kopiera länk|del|del artikkel|del artikkelen|lagre|kopier lenke|kopier link|gem|jaa|jaa artikkeli|tallenna|udostępnij|kopiuj link|zapisz|obserwuj|podziel się|sdílet|uložit|zdieľať|zdieľaj|поделиться|поділитися|сохранить|скопировать ссылку|megosztás|küldés|distribuie|paylaş|bagikan|chia sẻ|シェア|シェアする|分享|分享到|공유|مشاركة|podijeli|deli|podeli"},

  LabelWords{Label::paywall, "de", "abo|plus|plus lesen|jetzt anmelden|jetzt abonnieren|abonnieren|jetzt testen|jetzt weiterlesen|jetzt registrieren|digital-abo|zum abo|abo abschließen|sie haben bereits ein abo|bereits abonnent|bereits abonnent?|abonnenten lesen auch|exklusiv für abonnenten|premium|für abonnenten|weiterlesen mit|weiterlesen mit plus|nur für abonnenten|lesen sie jetzt|monatlich kündbar|jetzt bestellen|alle abos|mehr erfahren|jetzt upgraden|jetzt probeabo sichern|zur abo-übersicht"},
  LabelWords{Label::paywall, "en", "subscribe|subscribe now|subscribe today|subscribers only|subscriber only|for subscribers|become a subscriber|become a member|already a subscriber|already have an account|unlock this article|unlock|premium content|start free trial|try for free|support us|donate|donate now|support our journalism|exclusive|exclusive for subscribers|join now|get access|this is a subscriber-only article"},
  LabelWords{Label::paywall, "other", "abonnez-vous|s'abonner|je m'abonne|réservé aux abonnés|article réservé aux abonnés|déjà abonné|abonnés|suscríbete|suscribirse|suscribete|solo para suscriptores|abbonati|già abbonato|contenuto riservato agli abbonati|assine|assinar|assine já|exclusivo para assinantes|abonneren|neem een abonnement|word abonnee|prenumerera|bli prenumerant|abonner|bli abonnent|køb abonnement|tilaa|tilaajille|vain tilaajille|subskrybuj|kup dostęp|dla prenumeratorów|předplatné|подписаться|abone ol"},

  LabelWords{Label::login, "all", "anmelden|einloggen|login|log in|registrieren|konto anlegen|konto erstellen|mein konto|passwort vergessen|sign in|sign up|register|create account|create an account|my account|log out|sign out|abmelden|se connecter|connexion|s'inscrire|créer un compte|mon compte|iniciar sesión|ingresar|registrarse|regístrate|accedi|registrati|entrar|cadastre-se|inloggen|aanmelden|registreren|logga in|logg inn|log ind|kirjaudu|zaloguj|zaloguj się|zarejestruj się|přihlásit|přihlásit se|prihlásiť sa|войти|giriş yap|belépés"},

  LabelWords{Label::caption_credit, "all", "foto|fotos|bild|bilder|bildrechte|bildquelle|bildnachweis|symbolbild|symbolfoto|archivbild|archivfoto|quelle|quellen|grafik|illustration|credit|credits|photo|photos|image|images|photo credit|photo by|photograph|photographs|photograph by|image credit|image source|picture|pictures|source|sources|courtesy|courtesy of|copyright|getty images|crédit photo|crédits|crédit|photographie|imagen|imágenes|fuente|crédito|fotografía|foto de|immagine|fonte|imagem|beeld|bron|bildtext|bildunterschrift|bilde|billede|kuva|kuvat|zdjęcie|fot|źródło|фото|источник|джерело|zdroj|forrás|fotó|kaynak|写真|图片来源|来源|사진"},

  LabelWords{Label::byline, "all", "von|verfasst von|geschrieben von|veröffentlicht von|écrit par|gepubliceerd door|skriven av|napisane przez|autor|autorin|autoren|autor:in|text|redaktion|ein artikel von|ein beitrag von|ein gastbeitrag von|ein kommentar von|eine analyse von|eine kolumne von|interview|by|author|authors|written by|story by|words by|reported by|posted by|published by|reporting by|edited by|reviewed by|fact checked by|medically reviewed by|byline|par|auteur|rédigé par|por|escrito por|redacción|di|a cura di|autore|scritto da|autores|door|geschreven door|av|af|skrevet av|skrevet af|kirjoittaja|toimittaja|autorzy|opracował|автор|авторы|szerző|yazar|oleh|penulis|od|napsal|redaktor"},

  LabelWords{Label::author_box, "all", "über den autor|über die autorin|über die autoren|über den verfasser|zum autor|zur autorin|zur person|der autor|die autorin|autoreninfo|about the author|about the authors|about the writer|meet the author|author bio|contributors|à propos de l'auteur|l'auteur|sobre el autor|sobre la autora|acerca del autor|sobre o autor|l'autore|informazioni sull'autore|over de auteur|om forfatteren|om skribenten|o autorze|об авторе|alle artikel von|all posts by|more from this author|more by this author|mehr artikel von|mehr von diesem autor|weitere artikel von|view all posts|artikel des autors|alle beiträge|autor kontaktieren|e-mail an autor|sie erreichen den autor"},

  LabelWords{Label::newsletter, "all", "newsletter|newsletter abonnieren|newsletter bestellen|newsletter-anmeldung|unser newsletter|unsere newsletter|zum newsletter anmelden|hier anmelden|täglicher newsletter|kostenlos abonnieren|jetzt newsletter abonnieren|newsletters|sign up for our newsletter|sign up for newsletters|sign up for the newsletter|subscribe to our newsletter|subscribe to newsletter|get the newsletter|get our newsletter|join our newsletter|join our mailing list|email address|your email|your email address|enter your email|stay informed|stay up to date|stay connected|never miss a story|never miss an update|inscrivez-vous à la newsletter|inscription à la newsletter|recevez notre newsletter|suscríbete a nuestra newsletter|boletín|boletines|iscriviti alla newsletter|iscriviti|assine a newsletter|nieuwsbrief|schrijf je in|nyhetsbrev|nyhedsbrev|uutiskirje|zapisz się|whatsapp-kanal|e-mail-adresse|folgen sie uns auf google news|follow us on google news|push-nachrichten|sie sind noch nicht angemeldet"},

  LabelWords{Label::comments, "all", "kommentare|kommentar|kommentar schreiben|kommentar verfassen|kommentare lesen|kommentare anzeigen|alle kommentare|alle kommentare anzeigen|leserkommentare|kommentar hinterlassen|schreibe einen kommentar|schreiben sie einen kommentar|hinterlasse einen kommentar|hinterlasse eine antwort|diskussion|diskutieren sie mit|jetzt mitdiskutieren|mitdiskutieren|jetzt kommentieren|antworten|ihre meinung|comments|comment|leave a comment|leave a reply|leave a response|post a comment|add a comment|add comment|write a comment|view comments|show comments|all comments|join the conversation|join the discussion|reader comments|comments are closed|responses|reply|discussion|have your say|what do you think|no comments|0 comments|no comments yet|commentaires|commentaire|laisser un commentaire|réagir|vos réactions|comentarios|comentario|deja un comentario|deja una respuesta|dejar un comentario|comentar|commenti|lascia un commento|commenta|comentários|deixe um comentário|deixe uma resposta|reacties|geef een reactie|reageer|plaats een reactie|kommentera|kommentarer|skriv kommentar|legg igjen en kommentar|debatt|kommentit|kommentoi|keskustelu|komentarze|dodaj komentarz|skomentuj|zostaw komentarz|komentáře|komentáre|diskuse|diskusia|комментарии|комментировать|оставить комментарий|коментарі|hozzászólások|yorumlar|yorum yap|comentarii|lasă un răspuns|komentar|komentari|σχόλια|コメント|评论|댓글|التعليقات|تعليقات"},

  LabelWords{Label::read_more, "all", "alle themen|alle tags|all topics|all tags|mehr|mehr lesen|weiterlesen|weiter|weitere|mehr anzeigen|alle anzeigen|zum artikel|zum beitrag|artikel lesen|jetzt lesen|alles lesen|zur übersicht|mehr artikel|read more|read full story|read the full story|read full article|read the full article|continue reading|more|see all|view all|show more|load more|see more|learn more|full story|view more|read article|click here|lire la suite|lire l'article|voir plus|en savoir plus|tout voir|leer más|ver más|seguir leyendo|ver todo|leggi tutto|leggi di più|continua|leggi|ler mais|ver mais|lees meer|lees verder|meer|läs mer|les mer|læs mere|lue lisää|czytaj więcej|więcej|czytaj dalej|celý článek|více|читать далее|подробнее|далее|tovább|devamı|citește mai mult|selengkapnya|続きを読む|もっと見る|阅读更多|더보기"},

  LabelWords{Label::print, "all", "drucken|druckversion|artikel drucken|seite drucken|pdf|als pdf|print|print this|print article|print this article|print page|printer-friendly|imprimer|imprimir|stampa|afdrukken|skriv ut|udskriv|tulosta|drukuj|tisk|печать|nyomtatás|yazdır|epaper|e-paper"},

  LabelWords{Label::navigation, "all", "startseite|home|menü|menu|suche|suchen|nach oben|zum seitenanfang|zurück|zurück zur startseite|zurück zur übersicht|impressum|kontakt|hilfe|agb|über uns|inhalt|zum inhalt springen|zum inhalt|sie sind hier|navigation|hauptnavigation|rubriken|ressorts|search|back|back to top|back to home|go back|top|about|about us|contact|contact us|help|skip to content|skip to main content|you are here|close|schließen|next|previous|next page|previous page|page|sections|accueil|recherche|rechercher|fermer|retour|haut de page|inicio|buscar|cerrar|volver|cerca|chiudi|torna su|início|fechar|zoeken|sluiten|terug|hem|sök|stäng|hjem|søk|lukk|søg|luk|etusivu|haku|sulje|szukaj|zamknij|strona główna|hledat|zavřít|поиск|главная|закрыть|keresés|ara|anasayfa|kapat|fehler melden|fehler gefunden|korrektur|report an error|report a typo|corrections|hinweis der redaktion|vorheriger|nächster|öffnen|ausklappen|einklappen"},

  LabelWords{Label::published, "all", "veröffentlicht|veröffentlicht am|publiziert|publiziert am|erschienen|erschienen am|erstellt|erstellt am|stand|datum|online seit|eingestellt am|published|published on|published at|posted|posted on|posted at|date|publication date|first published|originally published|released|date published|publié|publié le|mis en ligne le|publicado|publicado el|publicado em|fecha|pubblicato|pubblicato il|data|gepubliceerd|gepubliceerd op|geplaatst op|publicerad|publicerat|publisert|publiceret|offentliggjort|udgivet|julkaistu|opublikowano|data publikacji|publikacja|publikováno|vydáno|опубликовано|дата|опубліковано|megjelent|közzétéve|yayınlanma|yayınlanma tarihi|publicat|objavljeno|objavljeno dne|發佈|发布|公開日|投稿日"},
  LabelWords{Label::modified, "all", "aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|geändert|geändert am|zuletzt geändert|letzte änderung|letzte aktualisierung|update|updated|updated on|updated at|last updated|last updated on|last modified|modified|last update|last reviewed|edited|mis à jour|mis à jour le|modifié|modifié le|dernière mise à jour|actualizado|actualizado el|última actualización|atualizado|atualizado em|aggiornato|aggiornato il|ultimo aggiornamento|bijgewerkt|laatst bijgewerkt|gewijzigd|bijgewerkt op|uppdaterad|oppdatert|sist oppdatert|opdateret|sidst opdateret|päivitetty|aktualizacja|zaktualizowano|ostatnia aktualizacja|aktualizováno|aktualizované|обновлено|изменено|оновлено|frissítve|güncellenme|güncelleme|actualizat|ažurirano|更新日"},

  LabelWords{Label::media, "all", "video|videos|audio|podcast|bildergalerie|fotostrecke|galerie|bilderstrecke|zur fotostrecke|zur bildergalerie|video abspielen|audio abspielen|abspielen|artikel anhören|anhören|jetzt anhören|vergrößern|bild vergrößern|bild in lightbox öffnen|bild anzeigen|vollbild|play|pause|play video|watch|watch video|watch now|listen to article|listen to this article|listen now|gallery|photo gallery|view gallery|view gallery in full screen|open image in gallery|open in gallery|view image in fullscreen|enlarge image|enlarge|view larger image|fullscreen|mute|unmute|loading|loading...|wird geladen|image|slideshow|1 / 1|écouter|écouter l'article|regarder|vidéo|galería|vídeo|escuchar|ouvir|ascolta|guarda|luister|bekijk|lyssna|lytt|lyt|spela|posłuchaj|odtwórz|transcript|hide caption|toggle caption|caption|view caption|watch live"},
  LabelWords{Label::contents, "all", "inhaltsverzeichnis|inhalt|inhalt dieses artikels|table of contents|contents|in this article|jump to|on this page|sommaire|índice|indice|tabla de contenidos|contenido|inhoud|inhoudsopgave|innehåll|innhold|spis treści|obsah|содержание|quick links|what's inside"},

  LabelWords{Label::error_page, "all", "404|error 404|404 error|404 not found|page not found|not found|403 forbidden|forbidden|access denied|500 internal server error|service unavailable|bad gateway|just a moment|attention required|are you a robot|are you human|seite nicht gefunden|seite nicht verfügbar|fehler 404|nicht gefunden|diese seite existiert nicht|zugriff verweigert|page introuvable|page non trouvée|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|sidan hittades inte|siden finnes ikke|siden blev ikke fundet|sivua ei löytynyt|nie znaleziono strony|stránka nenalezena|страница не найдена|oops|something went wrong|robot check"},
};

constexpr std::array kOpeningWords = {
  OpeningWords{"de", "mehr aus|mehr zu|mehr zum|mehr zur|mehr zum thema|mehr zu den themen|mehr über|mehr rund um|weitere artikel zu|weitere artikel zum|weitere artikel zum thema|weitere artikel aus|weitere artikel aus dem ressort|"
    "weitere artikel aus der rubrik|weitere meldungen aus|weitere nachrichten aus|weitere beiträge aus|weitere beiträge zu|weitere beiträge zum|weitere beiträge zum thema|weitere themen aus|lesen sie mehr zu|lesen sie mehr zum thema|"
    "alles zu|alles zum|alles zum thema|alle artikel zu|alle artikel zum|alle artikel zum thema|auch interessant aus|aus dem ressort|aus der rubrik|artikel zum thema|noch mehr zu|noch mehr zum|neues aus|nachrichten aus"},
  OpeningWords{"en", "more in|more on|more about|more from|more from the|more stories on|more stories about|more stories in|more news from|read more about|read more on|read more in|related to|related stories about|also in|other stories in|stories about|explore more on|more coverage of"},
  OpeningWords{"fr", "plus sur|à lire sur|en savoir plus sur|tout savoir sur|sur le sujet|plus d'articles sur|plus d'actualités sur|dans la rubrique|le dossier"},
  OpeningWords{"es/pt/it", "más sobre|más de|más en|más noticias de|más información sobre|noticias sobre|mais sobre|mais de|mais notícias de|tudo sobre|altre notizie su|altre notizie di|altri articoli di|altri articoli su|approfondimenti su"},
  OpeningWords{"nl/nordic/slavic", "meer over|meer uit|meer van|meer nieuws over|meer artikelen over|mer om|mer fra|mer från|mer av|mere om|mere fra|mere fra|flere saker om|flere artikler om|läs mer om|les mer om|læs mere om|lisää aiheesta|lisää|więcej o|więcej z|więcej na temat|další z|více o|více z|viac o|viac z|еще по теме|больше о|više o|više iz"},
};

constexpr std::array kBylineWords = {
  BylineWords{"de", "von|alles von|alle artikel von|mehr artikel von|weitere artikel von|mehr von|alle beiträge von|artikel von|beitrag von|geschrieben von|verfasst von|erstellt von|veröffentlicht von|autor/in|autor:in|eine reportage von|worte|ein kommentar von|ein gastbeitrag von|ein beitrag von|ein artikel von|eine analyse von|eine kolumne von|eine glosse von|ein interview von|interview von|text von|foto von|autor|autorin|autoren|text|protokoll", "und|sowie|mit"},
  BylineWords{"en", "by|posts by|all posts by|view all posts by|more by|more about|more from|articles by|view all articles by|authored by|words|posted on|published on|written by|story by|words by|posted by|published by|reported by|author|authors|reporting by|opinion by|analysis by|text by|guest post by|contributed by", "and|with"},
  BylineWords{"fr", "par|écrit par|rédigé par|propos recueillis par|auteur|publié par", "et|avec"},
  BylineWords{"es", "por|escrito por|autor|texto", "y|e"},
  BylineWords{"it", "di|a cura di|scritto da|da|autore", "e"},
  BylineWords{"pt", "por|escrito por|autor", "e"},
  BylineWords{"nl", "door|geschreven door|auteur", "en"},
  BylineWords{"nordic", "av|af|tekst|text|skrevet av|skrevet af|kirjoittanut", "og|och|ja"},
  BylineWords{"slavic", "autor|opracował|opracowała|автор|napsal|napsala|piše", "i|a|и|та"},
  BylineWords{"other", "oleh|szerző|yazar|de", "dan|és|ve|și"},
};

constexpr std::array kStopWords = {
  StopWords{"de", "der|die|das|und|ist|nicht|mit|sich|auf|für|dem|den|ein|eine|von|zu|im|auch|wird|bei|werden|einen|dass|nach|oder|wie|haben|sind"},
  StopWords{"en", "the|and|of|to|is|that|for|it|was|with|on|as|are|this|be|by|have|from|not|at|or|but|you|they|which|their|has|will"},
  StopWords{"fr", "le|la|les|et|des|est|une|que|dans|pour|qui|sur|pas|au|avec|ce|du|il|sont|plus|par|ne|cette|ont|aux|elle"},
  StopWords{"es", "el|los|las|que|y|en|por|con|del|para|una|se|su|es|más|como|pero|este|al|lo|fue|ha|sus|esta|también"},
  StopWords{"it", "il|che|di|è|per|un|una|non|con|sono|del|della|gli|alla|nel|più|anche|ha|dei|delle|si|come|da|al|questo"},
  StopWords{"pt", "o|os|que|e|do|da|em|um|para|com|não|uma|na|no|se|dos|mais|como|foi|ao|das|pelo|também|são|à"},
  StopWords{"nl", "de|het|een|van|en|is|dat|op|te|niet|voor|met|zijn|die|er|aan|om|ook|als|maar|bij|naar|wordt|deze|uit"},
  StopWords{"sv", "och|att|det|som|en|är|på|för|med|av|inte|den|till|har|ett|om|var|men|sig|från|jag|han|kan|när|ska"},
  StopWords{"no", "og|det|er|i|som|på|for|med|til|av|en|har|ikke|å|den|et|at|om|var|men|fra|seg|han|blir|etter"},
  StopWords{"da", "og|det|er|at|som|på|for|med|til|af|en|har|ikke|den|et|om|var|men|fra|sig|han|bliver|efter|være|også"},
  StopWords{"fi", "ja|on|ei|että|se|oli|hän|joka|kun|mutta|myös|ovat|mukaan|sen|kuin|tai|vuoden|olla|ole|jo"},
  StopWords{"pl", "i|w|na|z|się|nie|do|to|że|jest|o|jak|po|za|od|który|przez|dla|są|ale|tym|oraz|także|może|tego"},
  StopWords{"cs", "a|se|v|na|je|že|to|s|z|do|o|i|ve|pro|za|by|ale|jsem|jako|jeho|které|byl|podle|také|už"},
  StopWords{"hu", "a|az|és|hogy|nem|is|egy|meg|volt|de|ez|csak|már|el|van|mint|még|szerint|ki|lehet"},
  StopWords{"tr", "ve|bir|bu|için|ile|de|da|olarak|daha|çok|olan|gibi|kadar|sonra|en|ise|ancak|olduğu|ne|her"},
  StopWords{"ro", "și|de|la|în|a|cu|pe|că|nu|din|este|care|o|un|pentru|mai|au|fost|sau|după"},
  StopWords{"id", "yang|dan|di|dengan|untuk|ini|itu|dari|dalam|pada|akan|tidak|juga|ke|karena|oleh|adalah|telah|bisa|ada"},
  StopWords{"ru", "и|в|на|что|не|с|по|как|для|из|за|это|от|его|к|но|также|был|все|он"},
  StopWords{"uk", "і|в|на|що|не|з|та|як|для|за|це|від|його|до|але|також|був|про|у|він"},
  StopWords{"el", "και|το|η|ο|να|του|της|με|για|από|που|τα|σε|στο|δεν|είναι|την|τον|θα|οι"},
};
// clang-format on

}  // namespace

std::span<const LabelWords> label_words() { return kLabelWords; }
std::span<const OpeningWords> opening_words() { return kOpeningWords; }
std::span<const BylineWords> byline_words() { return kBylineWords; }
std::span<const StopWords> stop_words() { return kStopWords; }

}  // namespace klartext
