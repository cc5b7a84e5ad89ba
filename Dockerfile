# syntax=docker/dockerfile:1
# One image for every service; what a container runs is its command.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm run build:console \
  && rm -rf dist/test dist/bench dist/tools \
  && npm prune --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json /app/.env.example ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/models ./models
COPY --from=build /app/deploy/prometheus/rules ./deploy/prometheus/rules
COPY --from=build /app/docs/openapi ./docs/openapi
COPY --from=build /app/docs/audit ./docs/audit
COPY --from=build /app/docs/api-policy.md ./docs/api-policy.md
RUN mkdir /data /privacy && chown node:node /data /privacy
VOLUME /data
USER node
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/apps/command-service/src/main.js"]
