// Forms of provinces that no corpus holds, written after the forms that their departments publish. Names of units and all figures are made up.
import { bingtuan } from './bingtuan.mjs';
import { classes } from './classes.mjs';
import { gansu } from './gansu.mjs';
import { glued } from './glued.mjs';
import { guangxi } from './guangxi.mjs';
import { hainan } from './hainan.mjs';
import { jilin } from './jilin.mjs';
import { national } from './national.mjs';
import { natures } from './natures.mjs';
import { nested } from './nested.mjs';
import { shanxi } from './shanxi.mjs';
import { sources } from './sources.mjs';
import { stacked } from './stacked.mjs';
import { transposed } from './transposed.mjs';
import { xizang } from './xizang.mjs';
import { yunnan } from './yunnan.mjs';

export const forms = {
  bingtuan, gansu, guangxi, hainan, jilin, shanxi, xizang, yunnan,
  classes, glued, national, natures, nested, sources, stacked, transposed,
};
