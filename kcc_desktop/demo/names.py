"""Names as they occur: a few very often, most seldom, with particles, accents and names from elsewhere.

Lists only; who gets which name is decided in `people`.
"""


def _list(names: str) -> list[str]:
    return names.split(";")


# (particle, surname), the most frequent first. The order makes the odds.
COMMON = _list(
    "de Jong;Jansen;de Vries;van den Berg;van Dijk;Bakker;Janssen;Visser;Smit;Meijer;de Boer;Mulder;de Groot;Bos;Vos;"
    "Peters;Hendriks;van Leeuwen;Dekker;Brouwer;de Wit;Dijkstra;Smits;de Graaf;van der Meer;van der Linden;Kok;Jacobs;"
    "de Haan;Vermeulen;van den Heuvel;van der Veen;van den Broek;de Bruijn;de Bruin;van der Heijden;Schouten;van Beek;"
    "Willems;van Vliet;van de Ven;Hoekstra;Maas;Verhoeven;Koster;van Dam;van der Wal;Prins;Blom;Huisman;Peeters;"
    "de Jonge;Kuipers;van Veen;Post;Kuiper;Veenstra;Kramer;van den Brink;Scholten;van Wijk;Postma;Martens;Vink;"
    "de Ruiter;Timmermans;Groen;Gerritsen;Jonker;van Loon;Boer;van der Velde;Willemsen;Smeets;de Lange;de Vos;"
    "van Dongen;Schipper;de Koning;van der Laan;Koning;van der Velden;Driessen;van Doorn;Hermans;Evers;van den Bosch;"
    "van der Meulen;Hofman;Bosch;Wolters;Sanders;van der Horst;Mol;Kuijpers;Molenaar;van de Pol;de Leeuw;Verbeek;"
    "Boersma;Bosma;Zijlstra;van der Ploeg;Wiersma;Sikkema;Bouma;Dijksma;Terpstra;Sijtsma;Feenstra;Haarsma;"
    "Tuinstra;Zandstra;Kooistra;Wijnstra;Elzinga;Miedema;Dekkers;Faber;Kamstra;Hiemstra;Bijlsma;Nauta;van Wieren;"
    "Timmerman;Bremer;ten Have;ten Brinke;ter Horst;te Velde;in 't Veld;'t Hart;van 't Hof;op de Weegh;uit den Bosch;"
    "op 't Land;van der Kolk;van Essen;van der Spek;van Ginkel;van Zanten;Poel;van der Poel;Buijs;Bruins;Snijder;"
    "Snijders;Slager;Schaap;Schuurman;Ruiter;Rutten;Roelofs;Reitsma;Pot;Pool;Plas;Oosting;Oosterhof;Nijboer;Nijland;"
    "Mooij;Mast;Luten;Lok;Kroes;Kroon;Kloosterman;Keizer;Kerkstra;Kamp;Jager;de Jager;Huizinga;Houtman;Hoogland;"
    "Hartman;Haverkort;Guldemond;Geerts;Flier;Ekkel;Drost;Doornbos;Donker;van Dalen;Companje;Buitenhuis;Brink;Boon;"
    "Bolt;Boender;Bleeker;Bierma;Beukema;Benedictus;van Andel;Albers;Aalbers;Anema;Zwart;Zuidema;Zomer;Zeeman;Zandt"
)

# The tail: a stem and an ending make a name, thousands of them.
STEMS = _list(
    "Hoek;Dijk;Veen;Molen;Bos;Berg;Brink;Burg;Kamp;Dam;Eik;Elz;Groen;Haar;Heer;Hof;Holt;Huiz;Jonge;Kerk;Klein;Klooster;"
    "Kooi;Kuip;Lange;Linde;Loo;Maat;Meer;Midden;Nijen;Noorder;Olde;Ooster;Oude;Paal;Poel;Pol;Raven;Riet;Rooden;Schaap;"
    "Schip;Schuur;Slag;Spijk;Steen;Stel;Stoel;Tol;Uiter;Velt;Vier;Vlier;Voor;Waal;Water;Weg;Wester;Wiel;Wier;Winter;"
    "Wit;Wold;Zand;Zee;Zijl;Zuider;Sied;Terp;Bouw;Hett;Jell;Tjeerd;Rein;Sjoerd;Feen;Wij;Alber;Barten;Beren;Boel;Bruin;"
    "Diek;Dool;Dreef;Duin;Ebbe;Egel;Esk;Fok;Galg;Gras;Haver;Heide;Hemel;Hooge;Hulz;Ijssel;Kalk;Kolk;Koren;Kraan;"
    "Kruis;Laken;Leeg;Loen;Mars;Mees;Nieuwen;Pruim;Rog;Ruw;Schal;Sloot;Snoek;Spoel;Storm;Stroo;Turf;Valken;Vloed;"
    "Vogel;Wagen;Weer;Wild;Wolf;Zeven;Zons"
)
ENDINGS = _list("stra;sma;inga;ema;man;mans;meijer;ing;ink;aard;ers;sen;drost;kamp;huis;hof")
# Endings that are places: only these names bear a particle.
PLACES = _list(
    "veld;berg;brink;dijk;horst;laar;bos;broek;burg;gaard;hoek;meer;stein;voort;water;woude;zand;wijk;schot;molen;steeg;"
    "heuvel;beek;hout;kamp;hof"
)
PARTICLES = ("van", "van der", "van de", "van den", "de", "ten", "ter", "op den", "'t", "van 't", "in 't")

# First names by the years they belong to: before 1955, until 1985, since.
OLD_MEN = _list(
    "Johannes;Hendrik;Cornelis;Jan;Pieter;Willem;Gerrit;Jacob;Klaas;Albert;Petrus;Antonius;Wilhelmus;Adrianus;Dirk;"
    "Harm;Roelof;Berend;Lambertus;Martinus;Arend;Egbert;Geert;Sietse;Tjeerd;Fokke;Sjoerd;Wiebe;Douwe;Anne;Jelle;"
    "Rinse;Theodorus;Franciscus;Gerardus;Hermanus;Evert;Teunis;Marinus;Leendert;Aart;Bouwe;Hessel;Popke;Jitse;Eelke;"
    "Hendrikus;Johan;Frederik;Gerhardus;Bernardus;Jacobus;Nicolaas;Simon;Thomas;Abraham;Isaac;Izaak;Engbert;Hilbert;"
    "Jochem;Lubbert;Luitjen;Meindert;Nanne;Oene;Pier;Reinder;Sake;Siebe;Siebren;Teije;Tiete;Uilke;Wytze;Ype;Auke;"
    "Bauke;Feike;Gosse;Haije;Ids;Jouke;Keimpe;Lolke;Minne;Jelte;Otte;Rein;Durk;Sybren;Tjalling;Wobbe;Zwier;Hotze;"
    "Bonne;Freerk;Harmen;Koert;Albertus;Everhardus;Christiaan;Lourens;Mattheus;Cornelius;Josephus;Paulus;Stephanus;"
    "Lammert;Jannes;Geurt;Gijsbert;Wouter;Arie;Bastiaan;Huibert;Maarten;Krijn;Jacobus Pieter"
)
OLD_WOMEN = _list(
    "Johanna;Maria;Cornelia;Anna;Hendrika;Grietje;Trijntje;Elisabeth;Jantje;Aaltje;Wilhelmina;Catharina;Geertruida;"
    "Margaretha;Antje;Jacoba;Petronella;Adriana;Pietertje;Neeltje;Hendrikje;Geertje;Klaasje;Sietske;Tjitske;Froukje;"
    "Aukje;Baukje;Hiltje;Janna;Alida;Berendina;Gerritje;Lammigje;Roelofje;Willemina;Theodora;Francisca;Helena;"
    "Clasina;Johanna Maria;Anna Maria;Jacomina;Arendina;Hermina;Everdina;Gezina;Aleida;Swaantje;Lummechien;Jentje;"
    "Akke;Foekje;Gatske;Hinke;Ieke;Jeltje;Lutske;Maaike;Nieske;Oeke;Pytsje;Renske;Sjoukje;Teatske;Wytske;Ytsje;Ymkje;"
    "Dieuwke;Eelkje;Frouwkje;Gooitske;Harmke;Imke;Jikke;Klaske;Lysbeth;Minke;Reinou;Siebrigje;Tetje;Wiepkje;Zwaantje;"
    "Maatje;Adriaantje;Krijntje;Leuntje;Tannetje;Janneke;Marijtje;Bartje;Dirkje;Gijsje;Teuntje;Willempje;Josephina;"
    "Theresia;Bernardina;Antonia;Christina;Gerarda;Lamberta;Engelina;Frederika;Susanna;Rebecca;Sara;Rachel;Lea"
)
MIDDLE_MEN = _list(
    "Jan;Peter;Henk;Erik;Marcel;Ronald;Johan;Rob;Bert;Wim;Gert;Arjan;Marco;Martijn;Jeroen;Mark;Dennis;Richard;Sander;"
    "Bas;Edwin;André;Frank;Paul;Michel;René;Robert;Arno;Wouter;Hans;Kees;Jaap;Gerard;Theo;Harry;Ruud;Patrick;Niels;"
    "Remco;Rik;Roel;Sjoerd;Tjeerd;Freek;Maarten;Pascal;Vincent;Jurgen;Raymond;Gijs;Bart;Stefan;Erwin;Ferdinand;Noël;"
    "Albert;Alex;Anton;Arnold;Aad;Berry;Bob;Carlo;Casper;Chris;Christian;Cor;Danny;Daniël;Dick;Dirk-Jan;Eddy;Eelco;"
    "Eric;Ernst;Evert-Jan;Ewald;Ferry;Flip;Fred;Geert-Jan;Gerben;Gerjan;Gert-Jan;Guido;Guus;Harm-Jan;Harold;Hein;"
    "Herman;Hugo;Igor;Ivo;Jacco;Jan-Willem;Jarno;Jasper;Jos;Joost;Jorrit;Jurriaan;Klaas-Jan;Koos;Laurens;Leon;Luc;"
    "Maikel;Marc;Marnix;Martin;Matthijs;Menno;Mario;Nico;Olaf;Oscar;Otto;Pim;Piet;Ralph;Reinier;Reinout;Rien;Robbert;"
    "Rogier;Roland;Ron;Rudi;Sebastiaan;Siebe;Simon;Sybe;Ton;Ubel;Victor;Walter;Werner;Wiebren;Willem-Jan;Wilfred;Ype"
)
MIDDLE_WOMEN = _list(
    "Monique;Petra;Marja;Ingrid;Anja;Sandra;Linda;Esther;Karin;Marieke;Annemiek;Wilma;Ria;Jolanda;Yvonne;Angela;"
    "Miranda;Saskia;Chantal;Daniëlle;Mariëlle;Hélène;Renée;Astrid;Bianca;Carolien;Diana;Ellen;Femke;Geke;Hanneke;"
    "Iris;Janneke;Jantine;Karen;Liesbeth;Margriet;Nicole;Patricia;Sonja;Sylvia;Tineke;Tamara;Wendy;Willeke;Marleen;"
    "Annet;Gerda;Gea;Hillie;Ineke;Joke;Klasina;Lia;Marijke;Nelleke;Roelie;Titia;Trudy;Zoë;Geertje;Nienke;Silvia;"
    "Mieke;Adriënne;Agnes;Aleid;Alice;Alida;Amanda;Andrea;Annelies;Anneke;Annemarie;Anita;Ans;Arda;Beatrijs;Belinda;"
    "Bernadette;Betty;Brenda;Brigitte;Carla;Cecile;Christa;Cindy;Claudia;Conny;Corine;Corrie;Debby;Dineke;Dorien;"
    "Edith;Elise;Elly;Els;Elske;Erica;Evelien;Fenny;Fieke;Fransien;Froukje;Gerrie;Gonny;Grada;Greet;Hedwig;Helma;"
    "Henriëtte;Hetty;Ilse;Inge;Irene;Jacqueline;Jannie;Jeannette;Jessica;Jet;Joyce;Judith;Karlijn;Kim;Kirsten;Laura;"
    "Leonie;Lidy;Lisette;Loes;Lucie;Lydia;Maaike;Maartje;Manon;Margot;Marian;Marion;Marjan;Marjolein;Marloes;Martine;"
    "Maureen;Mirjam;Moniek;Nanda;Natasja;Nel;Nellie;Olga;Paula;Pauline;Rianne;Roos;Rosemarie;Sabine;Simone;Stella;"
    "Susan;Suzanne;Thea;Truus;Ursula;Vanessa;Wies;Wietske;Willie;Yolanda;Yvette"
)
NEW_MEN = _list(
    "Daan;Sem;Lucas;Levi;Finn;Noah;Luuk;Milan;Bram;Jesse;Thijs;Lars;Tim;Ruben;Thomas;Max;Stijn;Julian;Sven;Gijs;Hugo;"
    "Mees;Benjamin;Jayden;Teun;Floris;Jens;Adam;James;Siem;Guus;Boaz;Job;Joris;Mats;Olivier;Ties;Vince;Xavi;Dean;"
    "Jelle;Rens;Niek;Sil;Tygo;Kai;Cas;Quinten;Abel;Morris;Lenn;Loïs;Jort;Wessel;Hidde;Tjibbe;Sjors;Pepijn;Rutger;"
    "Koen;Wout;Aaron;Alexander;Alex;Amin;Arthur;Axel;Bas;Bjorn;Bob;Brent;Brian;Casper;Collin;Daniël;David;Davi;Dex;"
    "Dylan;Elias;Ezra;Fabian;Fedde;Ferre;Freek;Gideon;Hendrik;Ian;Ilyas;Jace;Jack;Jacob;Jan;Jason;Jasper;Jip;Joep;"
    "Johan;Jonas;Jonathan;Joshua;Julius;Jurre;Keano;Kees;Kick;Lev;Liam;Lieuwe;Livio;Louis;Luca;Lukas;Maarten;Maas;"
    "Mart;Matthijs;Maurits;Micha;Mick;Mike;Mohamed;Nathan;Niels;Nils;Oscar;Otis;Owen;Philip;Pim;Pim Jan;Quin;Rayan;"
    "Rein;Rick;Riley;Roan;Robin;Roel;Samuel;Seb;Senn;Seppe;Simon;Splinter;Stefan;Stef;Storm;Sybe;Tijn;Tijs;Timo;"
    "Tobias;Tom;Twan;Victor;Vik;Vinz;Vos;Willem;Wolf;Youri;Yannick;Zakaria;Zev"
)
NEW_WOMEN = _list(
    "Emma;Julia;Sophie;Tess;Anna;Mila;Sara;Eva;Zoë;Evi;Lotte;Noor;Saar;Lynn;Fenna;Nora;Yara;Lieke;Fleur;Lisa;Maud;"
    "Sofie;Isa;Roos;Elin;Femke;Milou;Nina;Vera;Liv;Lauren;Amber;Jasmijn;Sanne;Iris;Esmée;Anouk;Britt;Chloé;Demi;"
    "Eline;Feline;Guusje;Hanna;Indy;Jinte;Kiki;Lize;Merel;Naomi;Puck;Quinty;Romy;Suze;Tirza;Veerle;Wies;Anne;Marit;"
    "Rosalie;Loïs;Benthe;Aaltje;Abby;Aimée;Aleyna;Alicia;Amélie;Amira;Amy;Annabel;Anne-Fleur;Annelin;Ava;Aya;Bibi;"
    "Bente;Bo;Carlijn;Catharina;Charlotte;Claire;Coco;Dewi;Diede;Dina;Dinte;Elena;Elise;Elisabeth;Elize;Ella;Emily;"
    "Esther;Faye;Filou;Floor;Floortje;Frederique;Froukje;Gwen;Hannah;Hailey;Ilse;Imke;Ise;Ivy;Jade;Janna;Jara;Jill;"
    "Joa;Johanna;Josephine;Josie;Joy;Juul;Kate;Kim;Lana;Lara;Laura;Leah;Lena;Lenthe;Lily;Lina;Livia;Lise;Lola;Loulou;"
    "Lucy;Luna;Luca;Lena Marie;Maeve;Madelief;Maria;Marie;Maren;Mare;Maya;Megan;Michelle;Mirthe;Myrthe;Nikki;Noa;Noé;"
    "Nova;Novi;Olivia;Philou;Pien;Pippa;Renske;Riley;Rosa;Sam;Selena;Senna;Sien;Silke;Sterre;Stella;Tara;Tessa;Vayèn;"
    "Vivienne;Wende;Yasmin;Yfke;Yinthe;Yuna;Zara;Zoey;Zita"
)

# From elsewhere: surnames, men, women. Shares after the country groups that live in farming towns.
ELSEWHERE: dict[str, tuple[list[str], list[str], list[str]]] = {
    "pol": (
        _list(
            "Nowak;Kowalski;Wiśniewski;Wójcik;Kowalczyk;Kamiński;Lewandowski;Zieliński;Szymański;Woźniak;"
            "Dąbrowski;Mazur;Jankowski;Krawczyk;Piotrowski;Grabowski;Pawłowski;Michalski;Król;Wieczorek;"
            "Jabłoński;Stępień;Malinowski;Adamczyk;Dudek;Zając;Wróbel;Pawlak;Witkowski;Walczak;Sikora;Baran;"
            "Rutkowski;Michalak;Szewczyk;Ostrowski;Tomaszewski;Pietrzak;Marciniak;Wróblewski;Zalewski;Jakubowski;"
            "Jasiński;Zawadzki;Sadowski;Bąk;Chmielewski;Włodarczyk;Borkowski;Czarnecki;Sawicki;Sokołowski;"
            "Urbański;Kubiak;Maciejewski;Szczepański;Kucharski;Wilk;Kalinowski;Lis;Mazurek;Wysocki;Adamski;"
            "Kaźmierczak;Wasilewski;Sobczak;Czerwiński;Andrzejewski;Cieślak;Głowacki;Zakrzewski;Kołodziej;"
            "Sikorski;Krajewski;Gajewski;Szymczak;Szulc;Baranowski;Laskowski;Brzeziński;Makowski;Ziółkowski;"
            "Przybylski"
        ),
        _list(
            "Piotr;Krzysztof;Andrzej;Tomasz;Paweł;Marcin;Michał;Grzegorz;Łukasz;Adam;Jakub;Mateusz;Kamil;Szymon;"
            "Rafał;Dawid;Wojciech;Bartosz;Sebastian;Artur;Robert;Mariusz;Dariusz;Zbigniew;Jerzy;Janusz;Ryszard;"
            "Damian;Patryk;Filip"
        ),
        _list(
            "Anna;Katarzyna;Małgorzata;Agnieszka;Barbara;Ewa;Magdalena;Joanna;Monika;Aleksandra;Zofia;Julia;Maja;"
            "Natalia;Karolina;Paulina;Dorota;Iwona;Beata;Elżbieta;Justyna;Weronika;Sylwia;Renata;Marta;Kinga;"
            "Oliwia;Lena;Nikola"
        ),
    ),
    "syr": (
        _list(
            "Al Hassan;Al Ahmad;Haddad;Khalil;Darwish;Al Masri;Nasser;Saleh;Hamdan;Shami;Kassem;Al Khatib;"
            "Barakat;Al Ali;Al Hussein;Mansour;Ibrahim;Sulaiman;Othman;Abdallah;Jaber;Qasim;Rahman;Youssef;Zaher;"
            "Aziz;Nader;Fares;Sabbagh;Kurdi;Halabi;Najjar;Haidar;Issa;Dib;Sayegh;Antar"
        ),
        _list(
            "Mohamed;Ahmad;Omar;Khaled;Yousef;Hassan;Mahmoud;Bilal;Tarek;Samir;Nour;Ibrahim;Ali;Rami;Fadi;Wael;"
            "Majd;Anas;Basel;Firas;Jamal;Kamal;Nabil"
        ),
        _list(
            "Fatima;Aisha;Rania;Layla;Hala;Nour;Mariam;Samar;Dima;Yasmin;Rasha;Amal;Hiba;Rima;Sana;Reem;Lina;"
            "Noor;Shahd;Ghada;Manal;Farah;Salma"
        ),
    ),
    "mar": (
        _list(
            "El Idrissi;Bouzid;El Amrani;Ait Ali;Benali;Bennani;El Khattabi;Azzouzi;Ouali;El Mansouri;Chahid;"
            "Tahiri;Amezian;Belhaj;Boukhari;Chaoui;Daoudi;El Ghazi;El Hamdaoui;El Moussaoui;Fassi;Haddou;Jabri;"
            "Kaddouri;Lahlou;Mimoun;Naciri;Ouahbi;Rahmouni;Sabri;Talbi;Yahyaoui;Zerouali"
        ),
        _list(
            "Mohammed;Youssef;Hamza;Rachid;Karim;Said;Hicham;Abdellah;Ilias;Ayoub;Brahim;Mustapha;Noureddine;"
            "Jamal;Khalid;Omar;Mounir;Redouan;Soufian;Tarik;Zakaria;Anouar"
        ),
        _list(
            "Fatima;Khadija;Naima;Yara;Samira;Latifa;Souad;Hanane;Imane;Salma;Aïcha;Rachida;Najat;Malika;Nadia;"
            "Fatiha;Zineb;Karima;Loubna;Saida;Ikram;Dounia"
        ),
    ),
    "tur": (
        _list(
            "Yılmaz;Kaya;Demir;Çelik;Şahin;Yıldız;Öztürk;Aydin;Özdemir;Arslan;Doğan;Kılıç;Aslan;Çetin;Koç;Kurt;"
            "Polat;Korkmaz;Güneş;Yavuz;Taş;Aktaş;Bulut;Erdoğan;Keskin;Ünal;Sarı;Turan;Avcı;Tekin;Karaca;Bozkurt;"
            "Güler;Uçar;Ateş;Coşkun;Yalçın;Aksoy"
        ),
        _list(
            "Mehmet;Mustafa;Ahmet;Ali;Hüseyin;Hasan;İbrahim;Yusuf;Emre;Can;Kerem;Umut;Murat;Burak;Serkan;Osman;"
            "Ömer;Volkan;Orhan;Erkan;Deniz;Halil"
        ),
        _list(
            "Fatma;Ayşe;Emine;Hatice;Zeynep;Elif;Gülay;Sevgi;Derya;Merve;Şule;Esra;Aylin;Sibel;Gül;Nuray;Özlem;"
            "Tuğba;Pınar;Ebru;Filiz;Selin"
        ),
    ),
    "sur": (
        _list(
            "Sewdien;Ramdin;Pinas;Kanhai;Ramlal;Kromosoeto;Tjon A Fat;Wijngaarde;Brunings;Soekhai;Landveld;"
            "Doelwijt;Jubithana;Mohan;Nanhoe;Oemar;Parbhoe;Riedewald;Samson;Tjin A Djie;Vriesde;Wielzen;"
            "Amatdoelrasan;Biharie;Chin A Loi;Debipersad;Esajas;Goedhoop;Hasselbaink;Kartosen"
        ),
        _list(
            "Ricardo;Winston;Romeo;Clyde;Errol;Ronny;Dwight;Ashwin;Rakesh;Jermaine;Humphrey;Imro;Johan;Kenneth;"
            "Lloyd;Marlon;Orlando;Stanley;Virgil;Wensley"
        ),
        _list(
            "Shirley;Sharon;Joyce;Mavis;Anoushka;Sherida;Shanti;Lucinda;Naomi;Cheryl;Astrid;Carmen;Doreen;Ethel;"
            "Farida;Gladys;Hilda;Indra;Jacintha;Kitty"
        ),
    ),
    "ukr": (
        _list(
            "Шевченко;Коваленко;Бондаренко;Ткаченко;Кравченко;Олійник;Melnyk;Bondar;Koval;Lysenko;Petrenko;"
            "Rudenko;Shevchuk;Savchenko;Marchenko;Polishchuk;Hrytsenko;Moroz;Tkachuk;Klymenko;Pavlenko;Vasylenko;"
            "Kharchenko;Sydorenko;Panchenko;Kostenko;Zinchenko;Yurchenko;Романенко;Гончаренко;Мельник"
        ),
        _list(
            "Олександр;Андрій;Dmytro;Serhij;Ivan;Mykola;Taras;Bohdan;Oleh;Volodymyr;Yevhen;Viktor;Roman;Oleksii;"
            "Pavlo;Yurii;Denys;Артем"
        ),
        _list(
            "Олена;Наталія;Iryna;Oksana;Tetiana;Halyna;Kateryna;Svitlana;Daryna;Olha;Liudmyla;Anastasiia;"
            "Viktoriia;Yuliia;Larysa;Valentyna;Марія;Nadiia"
        ),
    ),
    "rou": (
        _list(
            "Popescu;Ionescu;Radu;Dumitru;Stan;Ștefănescu;Munteanu;Ilie;Dobre;Țurcanu;Lupu;Moldovan;Popa;"
            "Constantin;Gheorghiu;Marin;Tudor;Barbu;Nistor;Florea;Dinu;Toma;Oprea;Diaconu;Cojocaru;Sandu;Bălan;"
            "Preda;Manole;Crăciun;Neagu;Bucur"
        ),
        _list(
            "Andrei;Ion;Mihai;Alexandru;Ștefan;Vasile;Gheorghe;Cristian;Florin;Bogdan;Cătălin;Gabriel;Adrian;"
            "Marius;Nicolae;Radu;Sorin;Liviu"
        ),
        _list(
            "Maria;Elena;Ioana;Andreea;Mihaela;Ana;Cristina;Daniela;Gabriela;Alina;Roxana;Simona;Laura;Carmen;"
            "Nicoleta;Raluca;Adina;Corina"
        ),
    ),
    "eng": (
        _list(
            "Smith;O'Brien;Taylor;Johnson;Nguyen;García;Müller;Schäfer;Jørgensen;Fernández;Silva;Rossi;Dupré;"
            "Brown;Wilson;Murphy;Kelly;Walsh;Schmidt;Weber;Fischer;Hoffmann;Hansen;Olsen;Andersson;Martin;"
            "Bernard;Lefèvre;Moreau;Ferrari;Bianchi;Costa;Pereira;Santos;Rodríguez;López;Pérez;Wang;Chen;Li;Tran;"
            "Khan;Singh;Patel;Okafor;Mensah;Traoré"
        ),
        _list(
            "David;José;Liam;Peter;Jürgen;Søren;Luís;Marco;Étienne;Kevin;Paul;Andrew;Hans;Lars;Antonio;Wei;Amir;"
            "Kofi;Emmanuel;Patrick"
        ),
        _list(
            "Sarah;Carmen;Emily;Inês;Sofía;Greta;Anaïs;Linh;Helen;Chiara;Mary;Anne;Ingrid;Lucía;Mei;Priya;Ama;"
            "Grace;Claire;Ana"
        ),
    ),
}
LANGUAGES = {"pol": "pol", "syr": "ara", "mar": "ara", "tur": "tur", "ukr": "ukr", "rou": "ron", "eng": "eng"}
