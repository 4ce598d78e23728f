/**
 * Made by `npm run ups:types` (json-schema-to-typescript) from OAuthClientCredentials.yaml of UPS's published specifications,
 * github.com/UPS-API/api-documentation. MIT License, Copyright (c) 2023 UPS-API: see NOTICE. Do not edit.
 */

export interface OAuthClientCredentials {
  TOKEN: {
    body: {
      grant_type: string;
    };
    header: {
      "x-merchant-id"?: string;
    };
  };
}
