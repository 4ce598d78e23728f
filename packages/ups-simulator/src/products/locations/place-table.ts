/**
 * Invented shops at public business addresses: LocationID, type, public id of an access point, name, street, city, state,
 * postal code, country, latitude, longitude, phone, week.
 */
export const placeTable = `
  100001 | CENTER | | UPS Customer Center 34th Street | 350 5th Ave | New York | NY | 10118 | US | 40.7484 | -73.9857 | 2125550110 | SHOP
  100002 | STORE | U10000002 | The UPS Store Rockefeller | 45 Rockefeller Plz | New York | NY | 10111 | US | 40.7587 | -73.9787 | 2125550111 | SHOP
  100003 | ACCESS_POINT | U10000003 | Grand Central Newsstand | 89 E 42nd St | New York | NY | 10017 | US | 40.7527 | -73.9772 | 2125550112 | LATE
  100004 | ACCESS_POINT | U10000004 | Parcel Locker Penn | 4 Pennsylvania Plz | New York | NY | 10001 | US | 40.7505 | -73.9934 | | ALWAYS
  100005 | OUTLET | | Fifth Avenue Pack and Ship | 476 5th Ave | New York | NY | 10018 | US | 40.7532 | -73.9822 | 2125550114 | OFFICE
  100101 | ACCESS_POINT | U10000101 | Loop Corner Store | 233 S Wacker Dr | Chicago | IL | 60606 | US | 41.8789 | -87.6359 | 3125550120 | PAST_MIDNIGHT
  100102 | CENTER | | UPS Customer Center Loop | 111 S Michigan Ave | Chicago | IL | 60603 | US | 41.8796 | -87.6237 | 3125550121 | OFFICE
  100201 | STORE | U10000201 | The UPS Store Embarcadero | 1 Ferry Building | San Francisco | CA | 94111 | US | 37.7955 | -122.3937 | 4155550130 | SHOP
  200001 | STORE | | The UPS Store Bremner | 290 Bremner Blvd | Toronto | ON | M5V3L9 | CA | 43.6426 | -79.3871 | 4165550140 | SHOP
  200002 | ACCESS_POINT | U20000002 | Dundas Gift Shop | 317 Dundas St W | Toronto | ON | M5T1G4 | CA | 43.6536 | -79.3925 | 4165550141 | LATE
  200003 | CENTER | | UPS Customer Centre Sussex | 380 Sussex Dr | Ottawa | ON | K1N9N4 | CA | 45.4296 | -75.6989 | 6135550142 | OFFICE
  300001 | ACCESS_POINT | U30000001 | Kiosk am Pariser Platz | Pariser Platz 1 | Berlin | | 10117 | DE | 52.5163 | 13.3777 | 493055550150 | SPLIT
  300002 | ACCESS_POINT | U30000002 | Späti Alexanderplatz | Panoramastr. 1A | Berlin | | 10178 | DE | 52.5208 | 13.4094 | 493055550151 | LATE
  300003 | CENTER | | UPS Customer Center Museumsinsel | Museumsinsel 1 | München | | 80538 | DE | 48.13 | 11.5834 | 498955550152 | OFFICE
  400001 | ACCESS_POINT | U40000001 | Tabac du Louvre | Rue de Rivoli | Paris | | 75001 | FR | 48.8606 | 2.3376 | 33155550160 | SPLIT
  400002 | ACCESS_POINT | U40000002 | Consigne Gare du Nord | 18 Rue de Dunkerque | Paris | | 75010 | FR | 48.8809 | 2.3553 | | ALWAYS
  500001 | ACCESS_POINT | U50000001 | Great Russell News | Great Russell St | London | | WC1B 3DG | GB | 51.5194 | -0.127 | 442055550170 | SHOP
  500002 | OUTLET | | Southbank Post and Pack | Bankside | London | | SE1 9TG | GB | 51.5076 | -0.0994 | 442055550171 | OFFICE
`;
