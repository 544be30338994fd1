@echo off
rem Opens the program, after setting up what is missing. UNTESTED: nobody has run this file on Windows yet.
setlocal
set "root=%~dp0"
fc /b "%root%requirements\run.lock" "%root%.venv\lock-in-use.txt" >nul 2>&1
if not errorlevel 1 if exist "%root%.venv\Scripts\python.exe" goto start
echo Let op: run.cmd is nog niet op Windows getest. / Please note: run.cmd has not been tested on Windows yet. 1>&2
set "python="
for %%C in ("py -3" "python" "python3") do if not defined python (
    %%~C -c "import sys; raise SystemExit(sys.version_info < (3, 11) or sys.implementation.name != 'cpython')" >nul 2>&1
    if not errorlevel 1 set "python=%%~C"
)
if not defined python (
    echo Dit programma heeft Python 3.11 of nieuwer nodig. / This program needs Python 3.11 or newer. 1>&2
    exit /b 1
)
%python% -I "%root%tools\setup.py" "%root%.venv" "%root%requirements\run.lock" 1>&2
if errorlevel 1 exit /b 1
:start
"%root%.venv\Scripts\python.exe" -I -X utf8 -m intake_app %*
exit /b %errorlevel%
