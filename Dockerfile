# docker build -t briefing-bot .
# docker run --rm -it -v "$PWD/seeds:/briefings:ro" -v briefing-bot:/data briefing-bot          (a prompt)
# docker run -d --init --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
#     -v /srv/briefings:/briefings:ro -v briefing-bot:/data briefing-bot                        (a service)

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# What the native compiler links with.
RUN apt-get update && apt-get install -y --no-install-recommends clang zlib1g-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /source
# What the restore reads comes first: as long as it stays the same, the packages are not fetched again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Bot/Bot.csproj src/Bot/packages.lock.json src/Bot/
COPY src/Bot.Discord/Bot.Discord.csproj src/Bot.Discord/packages.lock.json src/Bot.Discord/
COPY src/Bot.App/Bot.App.csproj src/Bot.App/packages*.lock.json src/Bot.App/
RUN dotnet restore --locked-mode src/Bot.App
COPY LICENSE NOTICE ./
COPY src src
RUN dotnet publish src/Bot.App -c Release -o /app && cp LICENSE NOTICE /app/

# No .NET, but what the native program loads: ICU, OpenSSL, the time zones.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
WORKDIR /app
COPY --from=build /app .
# A named volume takes over the owner of the folder that it is put upon.
RUN mkdir /data /briefings && chown "$APP_UID" /data
ENV Briefings__Folder=/briefings \
    Data__Folder=/data
VOLUME /data
USER $APP_UID
HEALTHCHECK --interval=60s --timeout=15s --start-period=15s CMD ["/app/Bot.App", "check", "--offline"]
ENTRYPOINT ["/app/Bot.App"]
