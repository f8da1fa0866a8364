#!/usr/bin/env bash
# Debian's Chromium with a Chinese font, for the browser tests. Does nothing where a Chromium is installed already.
set -euo pipefail
if command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi "cjk"; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "没有 apt-get：请自行安装 Chromium 和中文字体，浏览器测试需要它们。" >&2
  exit 0
fi
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
