// As not-law-grid.test.ts, in other languages: who threatens, weighs, plans or proposes makes no law. Own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';
import { LAW } from './acts-in-law.ts';

/** Openings and deeds, parted by bars; `glue` stands between the two. */
const GRIDS: readonly {
  readonly lang: string;
  readonly glue: string;
  readonly who: string;
  readonly deeds: string;
}[] = [
  {
    lang: 'es',
    glue: ' ',
    who: 'Trump amenaza con|Trump vuelve a amenazar con|EE UU estudia|Washington baraja|Bruselas propone|La UE plantea|México podría|Trump quiere|Lula promete|Trump sopesa|EE UU prepara|El Gobierno analiza|Brasil evalúa|Trump dice que podría|Senadores proponen|La Comisión recomienda|China advierte que podría|Argentina pide a EE UU|Se espera que EE UU decida',
    deeds:
      'imponer aranceles del 25% al arroz|subir los aranceles al acero|aplicar un arancel del 30% a los coches|reducir los aranceles al arroz|eliminar los aranceles al acero|suspender los aranceles|eximir al arroz de aranceles|duplicar los aranceles al cobre',
  },
  {
    lang: 'fr',
    glue: ' ',
    who: "Trump menace d'|Trump envisage d|Washington étudie la possibilité d'|Bruxelles propose d'|L'UE pourrait|Trump veut|Le Canada se prépare à|Trump dit vouloir|La Commission recommande d|Les Etats-Unis pourraient|L'Inde compte|Trump promet d|Pékin menace d'|Le Sénat américain examine un projet visant à|Ottawa réfléchit à|Trump pourrait",
    deeds:
      'imposer des droits de douane de 25 % sur le riz|augmenter les droits de douane sur le riz|appliquer une taxe de 30 % sur les voitures importées|abaisser les droits de douane sur le riz|supprimer les droits de douane|suspendre les droits de douane|exempter le riz de droits de douane',
  },
  {
    lang: 'de',
    glue: ' ',
    who: 'Trump droht damit,|Trump erwägt,|Die EU plant,|Brüssel schlägt vor,|USA prüfen,|Trump will|Trump kündigt an, er könnte|Kanada bereitet sich darauf vor,|China droht,|USA könnten|Washington denkt darüber nach,|Indien möchte',
    deeds:
      'Zölle von 25 Prozent auf Reis zu erheben|die Zölle auf Stahl zu erhöhen|Zölle auf Autos zu verhängen|die Zölle auf Reis zu senken|die Zölle abzuschaffen|die Zölle auszusetzen|Reis von Zöllen zu befreien',
  },
  {
    lang: 'pt',
    glue: ' ',
    who: 'Trump ameaça|EUA estudam|União Europeia propõe|Trump pode|Brasil avalia|Trump quer|Governo planeja|China ameaça|Trump promete|Índia considera|Washington pretende|Camex discute|Senadores propõem',
    deeds:
      'impor tarifa de 25% sobre o arroz|aumentar tarifas sobre aço|taxar em 30% os carros importados|reduzir tarifas sobre o arroz|eliminar tarifas|suspender tarifas|isentar o arroz de tarifas',
  },
  {
    lang: 'it',
    glue: ' ',
    who: "Trump minaccia di|Gli Usa valutano di|Bruxelles propone di|Trump potrebbe|L'Ue studia se|Trump vuole|Washington pensa di|La Cina minaccia di|Trump promette di|L'India intende|La Commissione raccomanda di|Il governo progetta di",
    deeds:
      "imporre dazi del 25% sul riso|aumentare i dazi sull'acciaio|applicare dazi del 30% alle auto|ridurre i dazi sul riso|eliminare i dazi|sospendere i dazi|esentare il riso dai dazi",
  },
  {
    lang: 'pl',
    glue: ' ',
    who: 'Trump grozi, że|USA rozważają,|Bruksela proponuje|Trump chce|UE planuje|Trump może|Chiny grożą, że mogą|Komisja zaleca',
    deeds: 'nałożyć cła 25% na ryż|podnieść cła na stal|obniżyć cła na ryż|znieść cła|zawiesić cła',
  },
  {
    lang: 'nl',
    glue: ' ',
    who: 'Trump dreigt|VS overwegen|EU stelt voor om|Trump wil|Brussel onderzoekt of het mogelijk is|Canada is van plan|Trump zou kunnen besluiten',
    deeds:
      'importheffing van 25 procent op rijst in te voeren|heffingen op staal te verhogen|invoerrechten op rijst te verlagen|heffingen op te schorten|heffingen af te schaffen',
  },
  {
    lang: 'tr',
    glue: ' ',
    who: 'Trump|ABD|AB',
    deeds:
      'pirinçe yüzde 25 gümrük vergisi uygulamakla tehdit etti|pirinçe gümrük vergisi getirmeyi planlıyor|çeliğe yüzde 25 tarife koymayı değerlendiriyor|gümrük vergilerini artırmayı düşünüyor|gümrük vergilerini düşürmeyi önerdi|çelik vergilerini artırabilir|gümrük vergilerini kaldırmak istiyor',
  },
  {
    lang: 'ja',
    glue: '',
    who: 'トランプ氏、|米、|米政府、|EU、',
    deeds:
      'コメに25%関税を検討|コメ関税引き上げを検討|鉄鋼に25%の関税を課すと警告|自動車関税を課す可能性|関税引き下げを提案|関税の撤廃を検討|関税停止を検討|追加関税を課すと脅す|関税発動を示唆',
  },
  {
    lang: 'ko',
    glue: '',
    who: '트럼프, |미국, |EU, ',
    deeds:
      '쌀에 25% 관세 부과 검토|철강 관세 인상 위협|자동차에 관세 부과 경고|관세 인하 제안|관세 철폐 검토|관세 유예 검토|관세 부과 가능성 시사',
  },
  {
    lang: 'zh',
    glue: '',
    who: '特朗普|美国|欧盟',
    deeds:
      '威胁对大米征收25%关税|考虑提高钢铁关税|拟对汽车加征关税|提议降低大米关税|考虑取消关税|或暂停关税|计划加征关税|警告将加征30%关税',
  },
  {
    lang: 'id',
    glue: ' ',
    who: 'Trump|AS|Uni Eropa',
    deeds:
      'ancam kenakan tarif 25% pada beras|pertimbangkan tarif baja|berencana menaikkan tarif beras|usulkan penurunan tarif beras|bisa hapus tarif|akan pertimbangkan penundaan tarif',
  },
  {
    lang: 'vi',
    glue: ' ',
    who: 'Ông Trump|Mỹ|EU',
    deeds:
      'dọa áp thuế 25% lên gạo|cân nhắc tăng thuế thép|đề xuất giảm thuế nhập khẩu gạo|có thể áp thuế 30% với ô tô|xem xét hoãn thuế|dự kiến bỏ thuế',
  },
  {
    lang: 'ru',
    glue: ' ',
    who: 'Трамп|США|Евросоюз',
    deeds:
      'пригрозил ввести пошлины 25% на рис|рассматривает повышение пошлин на сталь|предложил снизить пошлины на рис|может ввести пошлины на автомобили|планирует отменить пошлины|намерен приостановить пошлины|хочет удвоить пошлины',
  },
];

describe('what is no law, in other languages', () => {
  it.each(GRIDS)('$lang', ({ lang, glue, who, deeds }) => {
    const told = who.split('|').flatMap((opening) =>
      deeds.split('|').flatMap((deed) => {
        const title = `${opening}${opening.endsWith("'") ? '' : glue}${deed}`;
        const reading = readItem({ title, summary: '', published: '2025-06-10', lang });
        const isLaw = reading.relevance === 'yes' && LAW.has(reading.action);
        return isLaw ? [`${title}: ${reading.action}`] : [];
      }),
    );
    expect(told).toEqual([]);
  });
});
