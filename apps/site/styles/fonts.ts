export const SANS =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';

/** For letters. Latin first, so that figures and names do not take the shapes of a Chinese typeface. */
export const SERIF =
  'Charter,"Bitstream Charter",Georgia,Cambria,"Noto Serif","Songti SC","Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC",SimSun,serif';
