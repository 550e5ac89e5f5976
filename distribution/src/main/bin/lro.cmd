@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts lro with the Java of JAVA_HOME, else with the PATH's: 17 or newer.
setlocal
set "LRO_JAVA=java.exe"
if not defined JAVA_HOME goto path
set "LRO_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%LRO_JAVA%" goto run
echo lro: no java in JAVA_HOME, %JAVA_HOME%; lro needs Java 17 or newer 1>&2
exit /b 1
:path
where /q java.exe
if not errorlevel 1 goto run
echo lro: no java found in PATH or JAVA_HOME; lro needs Java 17 or newer 1>&2
exit /b 1
:run
"%LRO_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -jar "%~dp0..\lib\lro.jar" %*
exit /b %ERRORLEVEL%
