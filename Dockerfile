# One image for every process; docker-compose.yml says which one a container runs.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund --loglevel=error
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 MINGBIAN_DATA_DIR=/data
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund --loglevel=error \
  && npm cache clean --force \
  && install --directory --owner=node /data
COPY --from=build /app/dist dist
COPY config config
USER node
VOLUME /data
EXPOSE 3000
# Node itself, not npm, so that SIGTERM reaches the program.
CMD ["node", "dist/apps/api/main.js"]
