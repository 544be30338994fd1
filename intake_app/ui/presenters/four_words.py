"""Short, plain Dutch words that are easy to say and to spell: four make a pass phrase to pass on."""

from __future__ import annotations

WORDS = tuple(
    """
    aarde accu acht achter adem akker akkoord amandel anijs anker appel april arend atlas avond azuur baard baken
    baker bakker balie balkon balsem bamboe banaan banjo bank beek beer beitel berg berk beuk bever bezem biet bij
    blad blauw bloem bloesem boek boer bok boog boom boon boot bos boter bouw brief bries bril broek broer brood
    brug bruin buik buur buurman cactus cello cent cirkel citroen cursus daad dadel dag dak dal dame damp das deken
    delta dennen deur dictee dier dijk ding doek dolfijn donder doos dorp douche draad draai droom druif duif duim
    duin echo eekhoorn eend egel eik eiland emmer erwt ezel fabel fakkel fazant feest fiets film fluit fontein forel
    fornuis fruit gans garage gast gebak geel geit geluk gember gevel gids gitaar glas gordijn goud graan gras grens
    groen groep grond haag haak haan haard haas hagel halm hamer hand hark harp haven haver havik hazel hazelnoot
    heide hek helm hemel herberg herfst hert heuvel hoed hoek hof hond honing hooiberg hoorn hout huis iglo ijs
    ijzer inkt jacht jas jasmijn jeugd juli juni kaars kaart kaas kabel kade kalf kameel kamer kamp kanaal kano
    kapper kapstok kar kast kastanje kat keizer kelder kerk kers ketel kever kikker kist klaver klei klok klomp knie
    knoop koe koek koffer kok kolen komma kompas konijn koning koor kop koper koren korf kraan krans krant kreek
    krekel kroon kruid kruik kuil kust kwast laan laars lade lam lamp land lantaarn lavendel leeuw lente lepel lied
    linde liniaal lint lucht luifel maan maat magneet mand mantel markt mast meel meer meeuw melk merel mier mijl
    mist moeras molen mos mossel motor mouw muis munt muts muur naald nacht narcis natuur nest net neus noord noot
    oester oever olie olijf olm oma oost opa orgel orkest otter oven paal paard pad palm pan panda papier paprika
    parade parel park pauw peer pen peper pers piano pijl pinda pinguin plank plas plein ploeg poes poffer poort pop
    post prei prijs prins pruim punt raam raap radijs raket rand regen reiger reis rek riet ring rivier rok roos
    rots route rozijn rug ruit rups salade schaal schaap schaar schelp schip schoen schommel school schuit schuur
    sering sla slak slee sleutel sloot sneeuw snoek soep spade specht spel spiegel spijker spoor spreeuw sprei steen
    ster stoel storm straat strand stro struik suiker taak tafel tak tand tapijt tas tegel tent terras thee tijger
    toets tomaat ton toren touw trap trein trom trommel tuin tulp turf uil vaas valk varen vat veen veer veld
    venster vijg vijver viool vis vlag vlas vlieg vlier vlinder vloer voet vogel vonk voorjaar vork vos vrede vuur
    waaier wafel wagen wal walnoot wand want warmte water web weg weide wereld werf west wiel wilg wimpel wind
    winkel winter wol wolk wortel zaad zaag zadel zak zalm zand zang zebra zee zeep zegel zeil zilver zin zolder
    zomer zon zout zuid zuiden zwaan zwaluw
    """.split()  # noqa: SIM905  a wall of quotes is worse to read
)
"""Each once; drawn by chance, four of them are as hard to guess as 35 throws of a coin."""
