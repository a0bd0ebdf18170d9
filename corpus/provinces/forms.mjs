// Forms of provinces that no corpus holds, written after the forms that their departments publish. Names of units and all figures are made up.
import { anhui } from './anhui.mjs';
import { annotated } from './annotated.mjs';
import { assorted } from './assorted.mjs';
import { balanced } from './balanced.mjs';
import { banded } from './banded.mjs';
import { bingtuan } from './bingtuan.mjs';
import { carried } from './carried.mjs';
import { catalogued } from './catalogued.mjs';
import { central } from './central.mjs';
import { changzhou } from './changzhou.mjs';
import { classes } from './classes.mjs';
import { compared } from './compared.mjs';
import { compiled } from './compiled.mjs';
import { consolidated } from './consolidated.mjs';
import { continued } from './continued.mjs';
import { crossed } from './crossed.mjs';
import { dated } from './dated.mjs';
import { datong } from './datong.mjs';
import { duties } from './duties.mjs';
import { earmarked } from './earmarked.mjs';
import { elapsed } from './elapsed.mjs';
import { executed } from './executed.mjs';
import { exempted } from './exempted.mjs';
import { fengdu } from './fengdu.mjs';
import { flanking } from './flanking.mjs';
import { foliated } from './foliated.mjs';
import { footed } from './footed.mjs';
import { fujian } from './fujian.mjs';
import { gansu } from './gansu.mjs';
import { glued } from './glued.mjs';
import { grouped } from './grouped.mjs';
import { guangxi } from './guangxi.mjs';
import { hainan } from './hainan.mjs';
import { halves } from './halves.mjs';
import { hebei } from './hebei.mjs';
import { henan } from './henan.mjs';
import { hunan } from './hunan.mjs';
import { inlaid } from './inlaid.mjs';
import { jiangxi } from './jiangxi.mjs';
import { jilin } from './jilin.mjs';
import { kinds } from './kinds.mjs';
import { latticed } from './latticed.mjs';
import { ledger } from './ledger.mjs';
import { lettered } from './lettered.mjs';
import { levelled } from './levelled.mjs';
import { mingled } from './mingled.mjs';
import { named } from './named.mjs';
import { national } from './national.mjs';
import { natures } from './natures.mjs';
import { neimenggu } from './neimenggu.mjs';
import { nested } from './nested.mjs';
import { nontax } from './nontax.mjs';
import { onerow } from './onerow.mjs';
import { ordos } from './ordos.mjs';
import { outlined } from './outlined.mjs';
import { owners } from './owners.mjs';
import { paired } from './paired.mjs';
import { parallel } from './parallel.mjs';
import { portioned } from './portioned.mjs';
import { quarterly } from './quarterly.mjs';
import { quxian } from './quxian.mjs';
import { remarked } from './remarked.mjs';
import { renshou } from './renshou.mjs';
import { reprinted } from './reprinted.mjs';
import { resized } from './resized.mjs';
import { reversed } from './reversed.mjs';
import { revised } from './revised.mjs';
import { rightmost } from './rightmost.mjs';
import { sectioned } from './sectioned.mjs';
import { settled } from './settled.mjs';
import { shanxi } from './shanxi.mjs';
import { sideways } from './sideways.mjs';
import { sources } from './sources.mjs';
import { spaced } from './spaced.mjs';
import { stacked } from './stacked.mjs';
import { staged } from './staged.mjs';
import { supplies } from './supplies.mjs';
import { tianjin } from './tianjin.mjs';
import { tiered } from './tiered.mjs';
import { transposed } from './transposed.mjs';
import { unitrows } from './unitrows.mjs';
import { vacant } from './vacant.mjs';
import { visited } from './visited.mjs';
import { wrapped } from './wrapped.mjs';
import { xinjiang } from './xinjiang.mjs';
import { xinshao } from './xinshao.mjs';
import { xizang } from './xizang.mjs';
import { yearly } from './yearly.mjs';
import { yuan } from './yuan.mjs';
import { yunnan } from './yunnan.mjs';
import { zengdu } from './zengdu.mjs';
import { zhanjiang } from './zhanjiang.mjs';
import { zhashui } from './zhashui.mjs';

export const forms = {
  bingtuan, gansu, guangxi, hainan, jilin, shanxi, xizang, yunnan,
  classes, glued, national, natures, nested, sources, stacked, transposed,
  carried, compared, crossed, footed, nontax, unitrows, wrapped, yuan,
  banded, named, remarked,
  compiled, executed, rightmost, spaced, staged, supplies,
  annotated, assorted, continued, earmarked, paired, vacant,
  exempted, grouped, quarterly, sideways, tiered, yearly,
  balanced, catalogued, halves, ledger, mingled, onerow, resized, settled, visited,
  dated, foliated, lettered, sectioned,
  elapsed, inlaid, latticed, levelled, outlined, portioned, revised,
  consolidated, duties, flanking, kinds, owners, parallel, reprinted, reversed,
  anhui, central, hebei, hunan, neimenggu, ordos, quxian, renshou, tianjin, zhashui,
  changzhou, datong, fengdu, fujian, henan, jiangxi, xinjiang, xinshao, zengdu, zhanjiang,
};
