// Forms of provinces that no corpus holds, written after the forms that their departments publish. Names of units and all figures are made up.
import { bingtuan } from './bingtuan.mjs';
import { gansu } from './gansu.mjs';
import { guangxi } from './guangxi.mjs';
import { hainan } from './hainan.mjs';
import { jilin } from './jilin.mjs';
import { shanxi } from './shanxi.mjs';
import { xizang } from './xizang.mjs';
import { yunnan } from './yunnan.mjs';

export const forms = { bingtuan, gansu, guangxi, hainan, jilin, shanxi, xizang, yunnan };
