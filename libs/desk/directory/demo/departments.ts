export interface DemoDepartment {
  slug: string;
  referencePrefix: string;
  name: { en: string; zh: string };
  /** Who signs its letters. */
  official: { name: { en: string; zh: string }; title: { en: string; zh: string } };
}

/** The secretary's office has no dialogues of its own: files are imported there, and its figures are the file's. */
export const SECRETARY_OFFICE = 'secretary-office';

export const DEMO_DEPARTMENTS: readonly DemoDepartment[] = [
  {
    slug: 'transport-commission',
    referencePrefix: 'TC',
    name: { en: 'Transport Commission', zh: '市交通委员会' },
    official: {
      name: { en: 'Guo Zhiyuan', zh: '郭志远' },
      title: { en: 'Director of Transport', zh: '市交通委员会主任' },
    },
  },
  {
    slug: 'housing-and-construction',
    referencePrefix: 'HC',
    name: { en: 'Housing and Construction Bureau', zh: '市住房和城乡建设局' },
    official: {
      name: { en: 'Xu Man', zh: '许曼' },
      title: { en: 'Director of Housing', zh: '市住房和城乡建设局局长' },
    },
  },
  {
    slug: 'health-commission',
    referencePrefix: 'HL',
    name: { en: 'Health Commission', zh: '市卫生健康委员会' },
    official: {
      name: { en: 'Shen Ruolan', zh: '沈若兰' },
      title: { en: 'Director of Health', zh: '市卫生健康委员会主任' },
    },
  },
  {
    slug: 'environment-bureau',
    referencePrefix: 'EB',
    name: { en: 'Environment Bureau', zh: '市生态环境局' },
    official: {
      name: { en: 'Tang Mingzhe', zh: '唐明哲' },
      title: { en: 'Director of Environment', zh: '市生态环境局局长' },
    },
  },
  {
    slug: 'water-authority',
    referencePrefix: 'WA',
    name: { en: 'Water Authority', zh: '市水务局' },
    official: { name: { en: 'He Jing', zh: '何静' }, title: { en: 'Director of Water', zh: '市水务局局长' } },
  },
  {
    slug: SECRETARY_OFFICE,
    referencePrefix: 'SO',
    name: { en: "Municipal Party Secretary's Office", zh: '市委书记办公室' },
    official: {
      name: { en: 'Yan Shouzheng', zh: '严守正' },
      title: { en: 'Municipal Party Secretary', zh: '市委书记' },
    },
  },
];
