"use client";

import { ScreenError } from "@/app/_ui/screen-error";

export default ScreenError;
