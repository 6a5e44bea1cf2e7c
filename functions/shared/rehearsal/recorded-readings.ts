/* oxlint-disable eslint/max-lines -- made by cli/draw-rehearsal.ts: run it again instead of changing anything here */
import type { RecordedReading } from "./recorded-reading.ts";

/** What was read on the drawn pictures, in the order of their numbers. */
export const recordedReadings: readonly RecordedReading[] = [
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.3157, top: 0.3004, width: 0.338, height: 0.3094 },
          confidence: 99.9657,
          emotions: [
            { type: "HAPPY", confidence: 99.5385 },
            { type: "SAD", confidence: 0.2215 },
            { type: "CALM", confidence: 0.1084 },
            { type: "SURPRISED", confidence: 0.0672 },
            { type: "FEAR", confidence: 0.053 },
            { type: "DISGUSTED", confidence: 0.008 },
            { type: "ANGRY", confidence: 0.0034 },
          ],
          smile: true,
          ageRange: { low: 19, high: 32 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.9657,
          instances: [
            { box: { left: 0.3157, top: 0.3004, width: 0.338, height: 0.3094 }, confidence: 99.9657 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.9657, instances: [], parents: ["Person"] },
        { name: "Person", confidence: 99.9657, instances: [], parents: [] },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.3976, top: 0.2466, width: 0.234, height: 0.3911 },
          confidence: 99.9,
          emotions: [
            { type: "HAPPY", confidence: 99.4048 },
            { type: "CALM", confidence: 0.3024 },
            { type: "SAD", confidence: 0.2657 },
            { type: "SURPRISED", confidence: 0.0227 },
            { type: "DISGUSTED", confidence: 0.0024 },
            { type: "ANGRY", confidence: 0.0018 },
            { type: "FEAR", confidence: 0.0002 },
          ],
          smile: true,
          ageRange: { low: 20, high: 34 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.9,
          instances: [{ box: { left: 0.3976, top: 0.2466, width: 0.234, height: 0.3911 }, confidence: 99.9 }],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.9, instances: [], parents: ["Person"] },
        {
          name: "Person",
          confidence: 99.9,
          instances: [
            { box: { left: 0.2144, top: 0.1138, width: 0.5749, height: 0.8675 }, confidence: 94.0681 },
          ],
          parents: [],
        },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.3745, top: 0.2496, width: 0.2405, height: 0.3881 },
          confidence: 99.8272,
          emotions: [
            { type: "HAPPY", confidence: 93.8823 },
            { type: "CALM", confidence: 2.8085 },
            { type: "SAD", confidence: 2.1845 },
            { type: "SURPRISED", confidence: 0.6557 },
            { type: "FEAR", confidence: 0.1966 },
            { type: "ANGRY", confidence: 0.1416 },
            { type: "DISGUSTED", confidence: 0.1308 },
          ],
          smile: true,
          ageRange: { low: 23, high: 37 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.8272,
          instances: [
            { box: { left: 0.3745, top: 0.2496, width: 0.2405, height: 0.3881 }, confidence: 99.8272 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.8272, instances: [], parents: ["Person"] },
        {
          name: "Person",
          confidence: 99.8272,
          instances: [
            { box: { left: 0.1715, top: 0.1488, width: 0.6492, height: 0.8336 }, confidence: 99.0739 },
          ],
          parents: [],
        },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.3934, top: 0.238, width: 0.234, height: 0.3942 },
          confidence: 99.7803,
          emotions: [
            { type: "HAPPY", confidence: 67.1038 },
            { type: "SAD", confidence: 31.0313 },
            { type: "CALM", confidence: 1.5716 },
            { type: "SURPRISED", confidence: 0.2491 },
            { type: "FEAR", confidence: 0.0238 },
            { type: "DISGUSTED", confidence: 0.0151 },
            { type: "ANGRY", confidence: 0.0054 },
          ],
          smile: true,
          ageRange: { low: 23, high: 37 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.7803,
          instances: [
            { box: { left: 0.3934, top: 0.238, width: 0.234, height: 0.3942 }, confidence: 99.7803 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.7803, instances: [], parents: ["Person"] },
        { name: "Person", confidence: 99.7803, instances: [], parents: [] },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.3208, top: 0.2978, width: 0.3611, height: 0.3162 },
          confidence: 99.9657,
          emotions: [
            { type: "CALM", confidence: 95.3382 },
            { type: "SAD", confidence: 1.8879 },
            { type: "HAPPY", confidence: 0.99 },
            { type: "ANGRY", confidence: 0.8893 },
            { type: "SURPRISED", confidence: 0.6963 },
            { type: "FEAR", confidence: 0.1282 },
            { type: "DISGUSTED", confidence: 0.0702 },
          ],
          smile: false,
          ageRange: { low: 11, high: 22 },
          gender: "Male",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.9657,
          instances: [
            { box: { left: 0.3208, top: 0.2978, width: 0.3611, height: 0.3162 }, confidence: 99.9657 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.9657, instances: [], parents: ["Person"] },
        {
          name: "Person",
          confidence: 99.9657,
          instances: [
            { box: { left: 0.0378, top: 0.1926, width: 0.923, height: 0.7891 }, confidence: 84.2536 },
          ],
          parents: [],
        },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.3913, top: 0.25, width: 0.234, height: 0.3819 },
          confidence: 99.7256,
          emotions: [
            { type: "SAD", confidence: 90.3417 },
            { type: "CALM", confidence: 4.5656 },
            { type: "FEAR", confidence: 2.4987 },
            { type: "DISGUSTED", confidence: 1.324 },
            { type: "SURPRISED", confidence: 1.0161 },
            { type: "ANGRY", confidence: 0.2139 },
            { type: "HAPPY", confidence: 0.04 },
          ],
          smile: false,
          ageRange: { low: 14, high: 26 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.7256,
          instances: [
            { box: { left: 0.3913, top: 0.25, width: 0.234, height: 0.3819 }, confidence: 99.7256 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.7256, instances: [], parents: ["Person"] },
        { name: "Person", confidence: 99.7256, instances: [], parents: [] },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.3726, top: 0.235, width: 0.234, height: 0.3972 },
          confidence: 99.2,
          emotions: [
            { type: "SURPRISED", confidence: 99.9665 },
            { type: "DISGUSTED", confidence: 0.0136 },
            { type: "ANGRY", confidence: 0.0092 },
            { type: "FEAR", confidence: 0.0049 },
            { type: "CALM", confidence: 0.0045 },
            { type: "HAPPY", confidence: 0.0013 },
            { type: "SAD", confidence: 0 },
          ],
          smile: false,
          ageRange: { low: 11, high: 22 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.2,
          instances: [{ box: { left: 0.3726, top: 0.235, width: 0.234, height: 0.3972 }, confidence: 99.2 }],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.2, instances: [], parents: ["Person"] },
        { name: "Person", confidence: 99.2, instances: [], parents: [] },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.2651, top: 0.2757, width: 0.1885, height: 0.2964 },
          confidence: 99.8669,
          emotions: [
            { type: "HAPPY", confidence: 95.7812 },
            { type: "CALM", confidence: 2.6663 },
            { type: "SURPRISED", confidence: 0.7512 },
            { type: "SAD", confidence: 0.5714 },
            { type: "ANGRY", confidence: 0.0863 },
            { type: "DISGUSTED", confidence: 0.0761 },
            { type: "FEAR", confidence: 0.0674 },
          ],
          smile: true,
          ageRange: { low: 20, high: 33 },
          gender: "Female",
        },
        {
          box: { left: 0.5508, top: 0.3259, width: 0.1777, height: 0.2933 },
          confidence: 99.8272,
          emotions: [
            { type: "HAPPY", confidence: 97.2534 },
            { type: "CALM", confidence: 1.2208 },
            { type: "SAD", confidence: 0.6983 },
            { type: "SURPRISED", confidence: 0.6502 },
            { type: "FEAR", confidence: 0.104 },
            { type: "DISGUSTED", confidence: 0.0437 },
            { type: "ANGRY", confidence: 0.0295 },
          ],
          smile: true,
          ageRange: { low: 27, high: 42 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.8669,
          instances: [
            { box: { left: 0.2651, top: 0.2757, width: 0.1885, height: 0.2964 }, confidence: 99.8669 },
            { box: { left: 0.5508, top: 0.3259, width: 0.1777, height: 0.2933 }, confidence: 99.8272 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.8669, instances: [], parents: ["Person"] },
        {
          name: "Person",
          confidence: 99.8669,
          instances: [
            { box: { left: 0.0727, top: 0.2076, width: 0.4468, height: 0.7843 }, confidence: 94.0681 },
            { box: { left: 0.5016, top: 0.2147, width: 0.3392, height: 0.7853 }, confidence: 83.3625 },
          ],
          parents: [],
        },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.118, top: 0.3098, width: 0.1473, height: 0.2475 },
          confidence: 99.7803,
          emotions: [
            { type: "HAPPY", confidence: 99.8456 },
            { type: "SAD", confidence: 0.0568 },
            { type: "CALM", confidence: 0.0554 },
            { type: "SURPRISED", confidence: 0.0211 },
            { type: "DISGUSTED", confidence: 0.0182 },
            { type: "FEAR", confidence: 0.0024 },
            { type: "ANGRY", confidence: 0.0006 },
          ],
          smile: true,
          ageRange: { low: 20, high: 33 },
          gender: "Female",
        },
        {
          box: { left: 0.4285, top: 0.3656, width: 0.143, height: 0.2444 },
          confidence: 99.3141,
          emotions: [
            { type: "HAPPY", confidence: 99.6162 },
            { type: "SAD", confidence: 0.2467 },
            { type: "CALM", confidence: 0.1296 },
            { type: "SURPRISED", confidence: 0.0041 },
            { type: "DISGUSTED", confidence: 0.0028 },
            { type: "ANGRY", confidence: 0.0006 },
            { type: "FEAR", confidence: 0 },
          ],
          smile: true,
          ageRange: { low: 17, high: 30 },
          gender: "Female",
        },
        {
          box: { left: 0.7326, top: 0.316, width: 0.1452, height: 0.2383 },
          confidence: 99.5904,
          emotions: [
            { type: "HAPPY", confidence: 99.8883 },
            { type: "SAD", confidence: 0.0547 },
            { type: "CALM", confidence: 0.0442 },
            { type: "SURPRISED", confidence: 0.011 },
            { type: "ANGRY", confidence: 0.0012 },
            { type: "DISGUSTED", confidence: 0.0005 },
            { type: "FEAR", confidence: 0.0001 },
          ],
          smile: true,
          ageRange: { low: 20, high: 33 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.7803,
          instances: [
            { box: { left: 0.118, top: 0.3098, width: 0.1473, height: 0.2475 }, confidence: 99.7803 },
            { box: { left: 0.4285, top: 0.3656, width: 0.143, height: 0.2444 }, confidence: 99.3141 },
            { box: { left: 0.7326, top: 0.316, width: 0.1452, height: 0.2383 }, confidence: 99.5904 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.7803, instances: [], parents: ["Person"] },
        {
          name: "Person",
          confidence: 99.7803,
          instances: [
            { box: { left: 0.3254, top: 0.2751, width: 0.3442, height: 0.6701 }, confidence: 96.7232 },
            { box: { left: 0.0267, top: 0.2221, width: 0.3373, height: 0.6658 }, confidence: 94.5128 },
            { box: { left: 0.6364, top: 0.2468, width: 0.3416, height: 0.7482 }, confidence: 92.5912 },
          ],
          parents: [],
        },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.073, top: 0.3343, width: 0.1062, height: 0.1772 },
          confidence: 99.0739,
          emotions: [
            { type: "HAPPY", confidence: 74.6411 },
            { type: "CALM", confidence: 9.6771 },
            { type: "SAD", confidence: 6.0239 },
            { type: "SURPRISED", confidence: 5.81 },
            { type: "FEAR", confidence: 2.9203 },
            { type: "DISGUSTED", confidence: 0.7432 },
            { type: "ANGRY", confidence: 0.1844 },
          ],
          smile: true,
          ageRange: { low: 32, high: 49 },
          gender: "Female",
        },
        {
          box: { left: 0.8229, top: 0.3433, width: 0.1083, height: 0.1681 },
          confidence: 99.5904,
          emotions: [
            { type: "HAPPY", confidence: 48.4497 },
            { type: "SAD", confidence: 28.1223 },
            { type: "CALM", confidence: 16.9402 },
            { type: "SURPRISED", confidence: 2.8778 },
            { type: "FEAR", confidence: 2.3354 },
            { type: "DISGUSTED", confidence: 0.7324 },
            { type: "ANGRY", confidence: 0.5423 },
          ],
          smile: true,
          ageRange: { low: 21, high: 34 },
          gender: "Male",
        },
        {
          box: { left: 0.4417, top: 0.3406, width: 0.1083, height: 0.1681 },
          confidence: 99.3141,
          emotions: [
            { type: "HAPPY", confidence: 94.1698 },
            { type: "CALM", confidence: 4.0738 },
            { type: "SAD", confidence: 0.938 },
            { type: "SURPRISED", confidence: 0.7471 },
            { type: "FEAR", confidence: 0.0315 },
            { type: "DISGUSTED", confidence: 0.0262 },
            { type: "ANGRY", confidence: 0.0136 },
          ],
          smile: true,
          ageRange: { low: 27, high: 42 },
          gender: "Female",
        },
        {
          box: { left: 0.6271, top: 0.4237, width: 0.1062, height: 0.1711 },
          confidence: 99.9,
          emotions: [
            { type: "HAPPY", confidence: 99.6353 },
            { type: "CALM", confidence: 0.1591 },
            { type: "SURPRISED", confidence: 0.1093 },
            { type: "SAD", confidence: 0.0813 },
            { type: "ANGRY", confidence: 0.0067 },
            { type: "FEAR", confidence: 0.0049 },
            { type: "DISGUSTED", confidence: 0.0034 },
          ],
          smile: true,
          ageRange: { low: 26, high: 40 },
          gender: "Female",
        },
        {
          box: { left: 0.2647, top: 0.4237, width: 0.104, height: 0.1711 },
          confidence: 99.8669,
          emotions: [
            { type: "HAPPY", confidence: 90.0073 },
            { type: "CALM", confidence: 4.9196 },
            { type: "SAD", confidence: 4.6317 },
            { type: "SURPRISED", confidence: 0.4033 },
            { type: "FEAR", confidence: 0.017 },
            { type: "DISGUSTED", confidence: 0.0108 },
            { type: "ANGRY", confidence: 0.0104 },
          ],
          smile: true,
          ageRange: { low: 30, high: 46 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.9,
          instances: [
            { box: { left: 0.073, top: 0.3343, width: 0.1062, height: 0.1772 }, confidence: 99.0739 },
            { box: { left: 0.8229, top: 0.3433, width: 0.1083, height: 0.1681 }, confidence: 99.5904 },
            { box: { left: 0.4417, top: 0.3406, width: 0.1083, height: 0.1681 }, confidence: 99.3141 },
            { box: { left: 0.6271, top: 0.4237, width: 0.1062, height: 0.1711 }, confidence: 99.9 },
            { box: { left: 0.2647, top: 0.4237, width: 0.104, height: 0.1711 }, confidence: 99.8669 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.9, instances: [], parents: ["Person"] },
        {
          name: "Person",
          confidence: 99.9,
          instances: [
            { box: { left: 0.1993, top: 0.3882, width: 0.223, height: 0.6118 }, confidence: 94.5128 },
            { box: { left: 0.0929, top: 0.4035, width: 0.0586, height: 0.4922 }, confidence: 84.2536 },
            { box: { left: 0.0975, top: 0.5369, width: 0.0488, height: 0.1723 }, confidence: 83.3625 },
            { box: { left: 0.852, top: 0.5373, width: 0.0376, height: 0.2088 }, confidence: 80.4888 },
          ],
          parents: [],
        },
      ],
    },
  },
  {
    faces: {
      kind: "read",
      faces: [
        {
          box: { left: 0.7917, top: 0.6012, width: 0.1083, height: 0.1742 },
          confidence: 99.8669,
          emotions: [
            { type: "HAPPY", confidence: 99.7661 },
            { type: "CALM", confidence: 0.1495 },
            { type: "SAD", confidence: 0.0418 },
            { type: "SURPRISED", confidence: 0.0222 },
            { type: "DISGUSTED", confidence: 0.0094 },
            { type: "ANGRY", confidence: 0.0056 },
            { type: "FEAR", confidence: 0.0054 },
          ],
          smile: true,
          ageRange: { low: 22, high: 36 },
          gender: "Female",
        },
        {
          box: { left: 0.0959, top: 0.5704, width: 0.1062, height: 0.1772 },
          confidence: 99.7803,
          emotions: [
            { type: "HAPPY", confidence: 99.5588 },
            { type: "ANGRY", confidence: 0.1459 },
            { type: "CALM", confidence: 0.1328 },
            { type: "SURPRISED", confidence: 0.1247 },
            { type: "FEAR", confidence: 0.0271 },
            { type: "SAD", confidence: 0.0082 },
            { type: "DISGUSTED", confidence: 0.0024 },
          ],
          smile: true,
          ageRange: { low: 17, high: 30 },
          gender: "Female",
        },
        {
          box: { left: 0.3313, top: 0.6102, width: 0.1083, height: 0.165 },
          confidence: 99.7803,
          emotions: [
            { type: "HAPPY", confidence: 97.6736 },
            { type: "SAD", confidence: 1.246 },
            { type: "CALM", confidence: 0.8841 },
            { type: "SURPRISED", confidence: 0.1527 },
            { type: "DISGUSTED", confidence: 0.0216 },
            { type: "ANGRY", confidence: 0.0161 },
            { type: "FEAR", confidence: 0.0057 },
          ],
          smile: true,
          ageRange: { low: 28, high: 43 },
          gender: "Male",
        },
        {
          box: { left: 0.5668, top: 0.5737, width: 0.104, height: 0.1711 },
          confidence: 99.5087,
          emotions: [
            { type: "HAPPY", confidence: 99.8972 },
            { type: "CALM", confidence: 0.0836 },
            { type: "SURPRISED", confidence: 0.0119 },
            { type: "SAD", confidence: 0.0035 },
            { type: "ANGRY", confidence: 0.003 },
            { type: "FEAR", confidence: 0.0004 },
            { type: "DISGUSTED", confidence: 0.0003 },
          ],
          smile: true,
          ageRange: { low: 20, high: 34 },
          gender: "Female",
        },
        {
          box: { left: 0.3376, top: 0.2246, width: 0.1018, height: 0.1589 },
          confidence: 99.4168,
          emotions: [
            { type: "HAPPY", confidence: 87.2366 },
            { type: "SAD", confidence: 9.8225 },
            { type: "CALM", confidence: 2.3375 },
            { type: "SURPRISED", confidence: 0.3547 },
            { type: "FEAR", confidence: 0.2074 },
            { type: "DISGUSTED", confidence: 0.0407 },
            { type: "ANGRY", confidence: 0.0007 },
          ],
          smile: true,
          ageRange: { low: 24, high: 38 },
          gender: "Female",
        },
        {
          box: { left: 0.5605, top: 0.2556, width: 0.1018, height: 0.1528 },
          confidence: 99.8272,
          emotions: [
            { type: "HAPPY", confidence: 98.0422 },
            { type: "SURPRISED", confidence: 0.8136 },
            { type: "CALM", confidence: 0.747 },
            { type: "ANGRY", confidence: 0.3223 },
            { type: "FEAR", confidence: 0.058 },
            { type: "SAD", confidence: 0.0098 },
            { type: "DISGUSTED", confidence: 0.007 },
          ],
          smile: true,
          ageRange: { low: 25, high: 39 },
          gender: "Female",
        },
        {
          box: { left: 0.1043, top: 0.2553, width: 0.0997, height: 0.1558 },
          confidence: 99.6625,
          emotions: [
            { type: "HAPPY", confidence: 99.1453 },
            { type: "SAD", confidence: 0.3429 },
            { type: "CALM", confidence: 0.3008 },
            { type: "SURPRISED", confidence: 0.1586 },
            { type: "DISGUSTED", confidence: 0.0201 },
            { type: "ANGRY", confidence: 0.0166 },
            { type: "FEAR", confidence: 0.0156 },
          ],
          smile: true,
          ageRange: { low: 29, high: 45 },
          gender: "Male",
        },
        {
          box: { left: 0.794, top: 0.2276, width: 0.0953, height: 0.1558 },
          confidence: 99.7803,
          emotions: [
            { type: "HAPPY", confidence: 99.3953 },
            { type: "SAD", confidence: 0.4297 },
            { type: "CALM", confidence: 0.1159 },
            { type: "SURPRISED", confidence: 0.0383 },
            { type: "FEAR", confidence: 0.0111 },
            { type: "ANGRY", confidence: 0.0062 },
            { type: "DISGUSTED", confidence: 0.0035 },
          ],
          smile: true,
          ageRange: { low: 27, high: 41 },
          gender: "Female",
        },
      ],
    },
    moderation: { kind: "checked", labels: [] },
    labels: {
      kind: "read",
      labels: [
        {
          name: "Face",
          confidence: 99.8669,
          instances: [
            { box: { left: 0.7917, top: 0.6012, width: 0.1083, height: 0.1742 }, confidence: 99.8669 },
            { box: { left: 0.0959, top: 0.5704, width: 0.1062, height: 0.1772 }, confidence: 99.7803 },
            { box: { left: 0.3313, top: 0.6102, width: 0.1083, height: 0.165 }, confidence: 99.7803 },
            { box: { left: 0.5668, top: 0.5737, width: 0.104, height: 0.1711 }, confidence: 99.5087 },
            { box: { left: 0.3376, top: 0.2246, width: 0.1018, height: 0.1589 }, confidence: 99.4168 },
            { box: { left: 0.5605, top: 0.2556, width: 0.1018, height: 0.1528 }, confidence: 99.8272 },
            { box: { left: 0.1043, top: 0.2553, width: 0.0997, height: 0.1558 }, confidence: 99.6625 },
            { box: { left: 0.794, top: 0.2276, width: 0.0953, height: 0.1558 }, confidence: 99.7803 },
          ],
          parents: ["Head", "Person"],
        },
        { name: "Head", confidence: 99.8669, instances: [], parents: ["Person"] },
        {
          name: "Person",
          confidence: 99.8669,
          instances: [
            { box: { left: 0.7051, top: 0.5663, width: 0.2824, height: 0.4203 }, confidence: 98.2424 },
            { box: { left: 0.26, top: 0.5707, width: 0.2515, height: 0.4158 }, confidence: 92.0493 },
            { box: { left: 0.4903, top: 0.2199, width: 0.2534, height: 0.652 }, confidence: 85.1123 },
          ],
          parents: [],
        },
      ],
    },
  },
  {
    faces: { kind: "read", faces: [] },
    moderation: { kind: "checked", labels: [] },
    labels: { kind: "read", labels: [] },
  },
];
