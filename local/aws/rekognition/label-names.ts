/** Where Rekognition's word differs from COCO's in more than capitals. */
const RENAMED: Readonly<Record<string, string>> = {
  tv: "TV",
  "cell phone": "Mobile Phone",
  "potted plant": "Potted Plant",
  "hair drier": "Hair Drier",
  "sports ball": "Ball",
  remote: "Remote Control",
  keyboard: "Computer Keyboard",
  mouse: "Computer Mouse",
  "wine glass": "Wine Glass",
  donut: "Donut",
  "hot dog": "Hot Dog",
  airplane: "Airplane",
};

/** Hand-made and small: only kinds that are the same whatever the picture. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Food: ["Banana", "Apple", "Sandwich", "Orange", "Broccoli", "Carrot", "Hot Dog", "Pizza", "Donut", "Cake"],
  Furniture: ["Chair", "Couch", "Bed", "Dining Table", "Bench"],
  Electronics: ["TV", "Laptop", "Computer Mouse", "Remote Control", "Computer Keyboard", "Mobile Phone"],
  Animal: ["Bird", "Cat", "Dog", "Horse", "Sheep", "Cow", "Elephant", "Bear", "Zebra", "Giraffe"],
  Vehicle: ["Bicycle", "Car", "Motorcycle", "Airplane", "Bus", "Train", "Truck", "Boat"],
  Cutlery: ["Fork", "Knife", "Spoon"],
  Plant: ["Potted Plant"],
  Glass: ["Wine Glass"],
  Accessories: ["Tie"],
};

/** `wine glass` → `Wine Glass`. */
export function labelName(cocoName: string): string {
  return RENAMED[cocoName] ?? cocoName.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

export function ancestorsOf(name: string): string[] {
  if (name === "Face") return ["Head", "Person"];
  if (name === "Head") return ["Person"];
  return Object.keys(GROUPS).filter((group) => GROUPS[group]?.includes(name));
}
