/**
 * Codes and names of regions, after ISO 3166-2 without its prefix, where carriers read them or shops write them out; each row
 * is a code and its names, in English too where people use them. IT and ES: provinces. US: also the military's three and the
 * freely associated states, which have ZIP codes (USPS Publication 28, appendix B). Ireland: counties.
 */
export const regionRows: Readonly<Record<string, string>> = {
  US:
    "AK Alaska|AL Alabama|AR Arkansas|AS American Samoa|AZ Arizona|CA California|CO Colorado|CT Connecticut|" +
    "DC District of Columbia/Washington DC|DE Delaware|FL Florida|GA Georgia|GU Guam|HI Hawaii|IA Iowa|ID Idaho|" +
    "IL Illinois|IN Indiana|KS Kansas|KY Kentucky|LA Louisiana|MA Massachusetts|MD Maryland|ME Maine|MI Michigan|" +
    "MN Minnesota|MO Missouri|MP Northern Mariana Islands|MS Mississippi|MT Montana|NC North Carolina|" +
    "ND North Dakota|NE Nebraska|NH New Hampshire|NJ New Jersey|NM New Mexico|NV Nevada|NY New York|OH Ohio|" +
    "OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|" +
    "TN Tennessee|TX Texas|UM United States Minor Outlying Islands|UT Utah|VA Virginia|" +
    "VI Virgin Islands/US Virgin Islands/United States Virgin Islands|VT Vermont|WA Washington|WI Wisconsin|" +
    "WV West Virginia|WY Wyoming|AA Armed Forces Americas|AE Armed Forces Europe|AP Armed Forces Pacific|" +
    "FM Federated States of Micronesia/Micronesia|MH Marshall Islands|PW Palau",
  CA:
    "AB Alberta|BC British Columbia/Colombie-Britannique|MB Manitoba|NB New Brunswick/Nouveau-Brunswick|" +
    "NL Newfoundland and Labrador/Newfoundland/Terre-Neuve-et-Labrador|NS Nova Scotia/Nouvelle-Écosse|" +
    "NT Northwest Territories/Territoires du Nord-Ouest|NU Nunavut|ON Ontario|" +
    "PE Prince Edward Island/Île-du-Prince-Édouard|QC Quebec|SK Saskatchewan|YT Yukon/Yukon Territory",
  IE:
    "CE Clare|CN Cavan|CO Cork|CW Carlow|D Dublin|DL Donegal|G Galway|KE Kildare|KK Kilkenny|KY Kerry|LD Longford|" +
    "LH Louth|LK Limerick|LM Leitrim|LS Laois|MH Meath|MN Monaghan|MO Mayo|OY Offaly|RN Roscommon|SO Sligo|" +
    "TA Tipperary|WD Waterford|WH Westmeath|WW Wicklow|WX Wexford",
  VN:
    "01 Lai Châu|02 Lào Cai|03 Hà Giang|04 Cao Bằng|05 Sơn La|06 Yên Bái|07 Tuyên Quang|09 Lạng Sơn|13 Quảng Ninh|" +
    "14 Hòa Bình|18 Ninh Bình|20 Thái Bình|21 Thanh Hóa|22 Nghệ An|23 Hà Tĩnh|24 Quảng Bình|25 Quảng Trị|" +
    "26 Thừa Thiên-Huế|27 Quảng Nam|28 Kon Tum|29 Quảng Ngãi|30 Gia Lai|31 Bình Định|32 Phú Yên|33 Đắk Lắk|" +
    "34 Khánh Hòa|35 Lâm Đồng|36 Ninh Thuận|37 Tây Ninh|39 Đồng Nai|40 Bình Thuận|41 Long An|43 Bà Rịa - Vũng Tàu|" +
    "44 An Giang|45 Đồng Tháp|46 Tiền Giang|47 Kiến Giang|49 Vĩnh Long|50 Bến Tre|51 Trà Vinh|52 Sóc Trăng|" +
    "53 Bắc Kạn|54 Bắc Giang|55 Bạc Liêu|56 Bắc Ninh|57 Bình Dương|58 Bình Phước|59 Cà Mau|61 Hải Dương|63 Hà Nam|" +
    "66 Hưng Yên|67 Nam Định|68 Phú Thọ|69 Thái Nguyên|70 Vĩnh Phúc|71 Điện Biên|72 Đắk Nông|73 Hậu Giang|" +
    "CT Cần Thơ|DN Đà Nẵng/Danang|HN Hà Nội/Hanoi|HP Hải Phòng|SG Hồ Chí Minh/Ho Chi Minh City/Saigon",
  MX:
    "AGU Aguascalientes|BCN Baja California|BCS Baja California Sur|CAM Campeche|CHH Chihuahua|CHP Chiapas|" +
    "CMX Ciudad de México/Mexico City|COA Coahuila/Coahuila de Zaragoza|COL Colima|DUR Durango|GRO Guerrero|" +
    "GUA Guanajuato|HID Hidalgo|JAL Jalisco|MEX México/Estado de México|MIC Michoacán/Michoacán de Ocampo|" +
    "MOR Morelos|NAY Nayarit|NLE Nuevo León|OAX Oaxaca|PUE Puebla|QUE Querétaro/Querétaro de Arteaga|" +
    "ROO Quintana Roo|SIN Sinaloa|SLP San Luis Potosí|SON Sonora|TAB Tabasco|TAM Tamaulipas|TLA Tlaxcala|" +
    "VER Veracruz/Veracruz de Ignacio de la Llave|YUC Yucatán|ZAC Zacatecas",
  AU:
    "ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|" +
    "TAS Tasmania|VIC Victoria|WA Western Australia",
  BR:
    "AC Acre|AL Alagoas|AM Amazonas|AP Amapá|BA Bahia|CE Ceará|DF Distrito Federal|ES Espírito Santo|GO Goiás|" +
    "MA Maranhão|MG Minas Gerais|MS Mato Grosso do Sul|MT Mato Grosso|PA Pará|PB Paraíba|PE Pernambuco|PI Piauí|" +
    "PR Paraná|RJ Rio de Janeiro|RN Rio Grande do Norte|RO Rondônia|RR Roraima|RS Rio Grande do Sul|" +
    "SC Santa Catarina|SE Sergipe|SP São Paulo|TO Tocantins",
  AR:
    "A Salta|B Buenos Aires|C Ciudad Autónoma de Buenos Aires|D San Luis|E Entre Ríos|F La Rioja|" +
    "G Santiago del Estero|H Chaco|J San Juan|K Catamarca|L La Pampa|M Mendoza|N Misiones|P Formosa|Q Neuquén|" +
    "R Río Negro|S Santa Fe|T Tucumán|U Chubut|V Tierra del Fuego|W Corrientes|X Córdoba|Y Jujuy|Z Santa Cruz",
  IT:
    "AG Agrigento|AO Aosta/Valle d'Aosta|AL Alessandria|AN Ancona|AP Ascoli Piceno|AQ L'Aquila|AR Arezzo|AT Asti|" +
    "AV Avellino|BA Bari|BG Bergamo|BI Biella|BL Belluno|BN Benevento|BO Bologna|BR Brindisi|BS Brescia|" +
    "BT Barletta-Andria-Trani|BZ Bolzano/Alto Adige/Südtirol|CA Cagliari|CB Campobasso|CE Caserta|CH Chieti|" +
    "CL Caltanissetta|CN Cuneo|CO Como|CR Cremona|CS Cosenza|CT Catania|CZ Catanzaro|EN Enna|FC Forlì-Cesena|" +
    "FE Ferrara|FG Foggia|FI Firenze/Florence|FM Fermo|FR Frosinone|GE Genova/Genoa|GO Gorizia|GR Grosseto|" +
    "IM Imperia|IS Isernia|KR Crotone|LC Lecco|LE Lecce|LI Livorno|LO Lodi|LT Latina|LU Lucca|MB Monza e Brianza|" +
    "MC Macerata|ME Messina|MI Milano/Milan|MN Mantova|MO Modena|MS Massa-Carrara|MT Matera|NA Napoli/Naples|" +
    "NO Novara|NU Nuoro|OR Oristano|PA Palermo|PC Piacenza|PD Padova|PE Pescara|PG Perugia|PI Pisa|PN Pordenone|" +
    "PO Prato|PR Parma|PT Pistoia|PU Pesaro e Urbino|PV Pavia|PZ Potenza|RA Ravenna|RC Reggio Calabria|" +
    "RE Reggio Emilia|RG Ragusa|RI Rieti|RM Roma/Rome|RN Rimini|RO Rovigo|SA Salerno|SI Siena|SO Sondrio|" +
    "SP La Spezia|SR Siracusa|SS Sassari|SU Sud Sardegna|SV Savona|TA Taranto|TE Teramo|TN Trento|TO Torino/Turin|" +
    "TP Trapani|TR Terni|TS Trieste|TV Treviso|UD Udine|VA Varese|VB Verbano-Cusio-Ossola|VC Vercelli|" +
    "VE Venezia/Venice|VI Vicenza|VR Verona|VT Viterbo|VV Vibo Valentia",
  ES:
    "A Alicante/Alacant|AB Albacete|AL Almería|AV Ávila|B Barcelona|BA Badajoz|BI Bizkaia/Vizcaya|BU Burgos|" +
    "C A Coruña/La Coruña|CA Cádiz|CC Cáceres|CE Ceuta|CO Córdoba|CR Ciudad Real|CS Castellón/Castelló|CU Cuenca|" +
    "GC Las Palmas|GI Girona/Gerona|GR Granada|GU Guadalajara|H Huelva|HU Huesca|J Jaén|L Lleida/Lérida|LE León|" +
    "LO La Rioja|LU Lugo|M Madrid|MA Málaga|ML Melilla|MU Murcia|NA Navarra|O Asturias|OR Ourense/Orense|" +
    "P Palencia|PM Illes Balears/Islas Baleares/Baleares/Balearic Islands|PO Pontevedra|S Cantabria|SA Salamanca|" +
    "SE Sevilla/Seville|SG Segovia|SO Soria|SS Gipuzkoa/Guipúzcoa|T Tarragona|TE Teruel|" +
    "TF Santa Cruz de Tenerife/Tenerife|TO Toledo|V Valencia/València|VA Valladolid|VI Álava/Araba|Z Zaragoza|" +
    "ZA Zamora",
  DE:
    "BB Brandenburg|BE Berlin|BW Baden-Württemberg|BY Bayern/Bavaria|HB Bremen|HE Hessen/Hesse|HH Hamburg|" +
    "MV Mecklenburg-Vorpommern|NI Niedersachsen/Lower Saxony|NW Nordrhein-Westfalen/North Rhine-Westphalia|" +
    "RP Rheinland-Pfalz/Rhineland-Palatinate|SH Schleswig-Holstein|SL Saarland|SN Sachsen/Saxony|" +
    "ST Sachsen-Anhalt/Saxony-Anhalt|TH Thüringen/Thuringia",
  IN:
    "AN Andaman and Nicobar Islands|AP Andhra Pradesh|AR Arunāchal Pradesh|AS Assam|BR Bihār|" +
    "CG Chhattīsgarh/Chhattisgarh|CH Chandīgarh|DH Dādra and Nagar Haveli and Damān and Diu|DL Delhi/New Delhi|" +
    "GA Goa|GJ Gujarāt|HP Himāchal Pradesh|HR Haryāna|JH Jhārkhand|JK Jammu and Kashmīr|KA Karnātaka|KL Kerala|" +
    "LA Ladākh|LD Lakshadweep|MH Mahārāshtra|ML Meghālaya|MN Manipur|MP Madhya Pradesh|MZ Mizoram|NL Nāgāland|" +
    "OD Odisha/Orissa|PB Punjab|PY Puducherry/Pondicherry|RJ Rājasthān|SK Sikkim|TN Tamil Nādu|TR Tripura|" +
    "TS Telangāna|UK Uttarākhand|UP Uttar Pradesh|WB West Bengal",
  ZA:
    "EC Eastern Cape|FS Free State|GP Gauteng|KZN Kwazulu-Natal|LP Limpopo|MP Mpumalanga|NC Northern Cape|" +
    "NW North-West|WC Western Cape",
};
