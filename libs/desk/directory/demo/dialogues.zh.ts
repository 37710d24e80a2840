import type { DemoDialogue } from './dialogue.js';
import { LETTER_ABOUT_FATHER } from './letter-about-father.js';

/** Written for the project; the people and places are invented. */
export const CHINESE_DIALOGUES: readonly DemoDialogue[] = [
  LETTER_ABOUT_FATHER,
  {
    department: 'transport-commission',
    citizen: '梧桐里老街坊',
    title: '梧桐里公交站挪走以后老人过不了马路',
    body: '梧桐里站上个月因为修地铁往东移了大约四百米，新站台在八车道的对面。我们小区八十岁以上的老人有三十多位，去买菜、去医院都靠这趟 17 路。绿灯只有二十几秒，老人走到一半就变红了。\n\n不是要求马上把站移回来，只想请你们来现场走一趟，看看能不能加一个临时站牌，或者把绿灯放长一点。',
    postedHoursAgo: 151,
    answer: {
      kind: 'reply',
      officer: 'wang@answerable.example',
      hoursAgo: 128,
      body: '您好，昨天上午九点我们和交警的同事一起去走了一遍，陪一位拄拐的奶奶过了马路：用了四十一秒，灯只给二十六秒，您说得对。\n\n今天起这个路口白天的行人绿灯改为四十五秒。临时站牌下周三立在梧桐里北门外，17 路和 203 路都停，一直用到地铁出入口完工。站牌立好以后我会在这里再说一声。',
    },
  },
  {
    department: 'housing-and-construction',
    citizen: '怕冷的租客',
    visibility: 'pseudonym',
    title: '暖气片只有一半是热的，报修三次没人上门',
    body: '槐荫小区 6 号楼，从供暖那天起客厅的暖气片下半截就是凉的，室温最高十五度。物业说是热力公司的事，热力公司说是楼内管道的事，我打了三次电话都让我等。家里有个刚满月的孩子，晚上只能开电暖器，实在着急。',
    postedHoursAgo: 98,
    answer: {
      kind: 'reply',
      officer: 'zhao@answerable.example',
      hoursAgo: 76,
      body: '让您和孩子受冻了，抱歉。今天下午维修师傅已经到 6 号楼，是立管的过滤器堵了，不只您一家，整个单元都受影响。清洗以后您家客厅晚上八点测到二十一度。\n\n以后遇到“互相推”的情况不用再打第二个电话，直接在这里留言，由我们来找人。这三次报修没有人上门的费用按规定会从采暖费里退还。',
    },
  },
  {
    department: 'environment-bureau',
    citizen: '明天还要上班',
    title: '工地凌晨两点还在打桩',
    body: '滨河路与文昌街交口的工地，这一周有四个晚上凌晨一点以后还在打桩，窗户都在抖。我女儿今年高三，白天上课直打瞌睡。楼下的邻居去问过，工人说是“抢工期”。请问夜间施工到底有没有批准？有的话能不能提前贴个告示？',
    postedHoursAgo: 61,
    answer: {
      kind: 'reply',
      officer: 'zhao@answerable.example',
      hoursAgo: 42,
      body: '您好，昨晚十一点半到凌晨三点我们的执法人员就在工地门口。这个项目没有夜间施工的许可，打桩当场停了，案子已经立案，处罚结果会公开。\n\n从今晚起，晚上十点到早上六点不许有打桩和切割。如果又响了，在这里回复一句就行，不用再写经过，值班的人二十分钟内到场。祝孩子高考顺利。',
    },
  },
  {
    department: 'water-authority',
    citizen: '雨天绕路的人',
    title: '一下雨，小学后门的下水道就往外冒水',
    body: '育英路小学后门那个雨水口，只要雨下半个小时就开始往外返水，最深的地方没过孩子的脚踝。家长们只好背着孩子走。前年也反映过，来人掏了一次，好了两个月又堵了。想知道是不是管子本身有问题？',
    postedHoursAgo: 215,
    answer: {
      kind: 'reply',
      officer: 'liu@answerable.example',
      hoursAgo: 119,
      body: '您的判断是对的。我们用管道机器人看过，雨水口后面有十一米的管子塌了一半，光掏泥没有用。\n\n换管要挖开半条路，定在本周六和周日做，周一上学前恢复通行；下雨就顺延一周，会在校门口贴出来。机器人拍的录像放在我们网站的工程公示里，家长们可以自己看。',
    },
  },
  {
    department: 'transport-commission',
    citizen: '骑车送外卖的小魏',
    title: '人民路的非机动车道停满了车',
    body: '我每天骑电动车在人民路上跑几十趟，从一中到市场这一段非机动车道整条停满小汽车，只能骑到机动车道上去，货车从身边擦过去真的害怕。交警来了就走，走了又停。能不能装隔离栏杆？我们这一行的人都会谢谢你们。',
    postedHoursAgo: 187,
  },
  {
    department: 'housing-and-construction',
    citizen: '一年级新生的妈妈',
    title: '小区配套小学什么时候能开学',
    body: '买房的时候合同附图里写着配套小学今年九月开学，现在都快年底了，楼盖好了，操场还是一堆土。孩子现在每天坐四十分钟车去老城区上学。我打电话问过教育局，他们说房子还没有移交。请问卡在哪一步，有没有一个大概的时间？哪怕告诉我们要等一年，也好让家里有个安排。',
    postedHoursAgo: 163.5,
  },
  {
    department: 'environment-bureau',
    citizen: '河边钓鱼的老郑',
    title: '清水河这两天颜色不对，有股酸味',
    body: '我在清水河边钓了二十年鱼，前天开始石桥下游的水发黄发白，靠近了能闻到酸味，浅滩上漂着几条死鱼。上游转过弯去有两家新开的作坊，是不是他们排的我不敢说，请你们尽快来取水样，雨一下就什么都冲走了。',
    postedHoursAgo: 3.2,
  },
  {
    department: 'health-commission',
    citizen: '着急的女儿',
    title: '社区医院的慢病药断货半个月了',
    body: '我妈妈的降压药一直在社区医院拿，半个月前开始说没货，让去三甲医院排队。她腿脚不好，来回一趟要大半天。请帮忙问问什么时候能到货，有消息可以打我手机 13800138000，白天晚上都可以。谢谢！',
    postedHoursAgo: 1.1,
  },
  {
    department: 'transport-commission',
    citizen: '梧桐里老街坊',
    title: '临时站牌用上了，谢谢',
    body: '今天早上七点临时站牌就立好了，司机停得很稳。隔壁李奶奶让我一定替她说声谢谢，她说这是她今年第一次一个人坐车去菜市场。也谢谢来现场走了一遍马路的两位同志，我们都看见了。',
    postedHoursAgo: 30,
    answer: {
      kind: 'reply',
      officer: 'wang@answerable.example',
      hoursAgo: 28.5,
      body: '您这段话我读给同去的两位同事听了，大家高兴了一上午。请转告李奶奶：路上慢慢走，灯会等她。',
    },
  },
];
