@echo off
rem Runs every check, like ./check. UNTESTED: nobody has run this file on Windows yet.
setlocal
set "root=%~dp0"
set "failed="
cd /d "%root%"
fc /b "requirements\dev.lock" ".venv-dev\lock-in-use.txt" >nul 2>&1
if not errorlevel 1 if exist ".venv-dev\Scripts\python.exe" goto steps
echo Please note: check.cmd has not been tested on Windows yet. 1>&2
set "python="
for %%C in ("py -3" "python" "python3") do if not defined python (
    %%~C -c "import sys; raise SystemExit(sys.version_info < (3, 11) or sys.implementation.name != 'cpython')" >nul 2>&1
    if not errorlevel 1 set "python=%%~C"
)
if not defined python (
    echo This program needs Python 3.11 or newer. 1>&2
    exit /b 1
)
%python% -I tools\setup.py .venv-dev requirements\dev.lock 1>&2
if errorlevel 1 exit /b 1
:steps
set "bin=.venv-dev\Scripts"
call :step format "%bin%\python.exe" -m ruff format --check .
call :step lint "%bin%\python.exe" -m ruff check .
call :step types "%bin%\python.exe" -m mypy --strict intake_app
call :step layers "%bin%\lint-imports.exe" --no-cache
call :step content "%bin%\python.exe" -I -X utf8 -m intake_app check
if defined failed echo FAILED before the tests:%failed%
if not defined QT_QPA_PLATFORM set "QT_QPA_PLATFORM=offscreen"
"%bin%\python.exe" -m pytest -n 2 --dist loadfile --max-worker-restart=0 -o faulthandler_timeout=600 -o faulthandler_exit_on_timeout=true %*
if errorlevel 1 exit /b 1
if defined failed exit /b 1
exit /b 0

:step
echo == %1
set "name=%1"
%2 %3 %4 %5 %6 %7 %8 %9
if errorlevel 1 set "failed=%failed% %name%"
exit /b 0
