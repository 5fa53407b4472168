#pragma once

#include "client/client.h"

namespace voronka::demo {

// Calls `visit` with every page of a list.
template <class Response, class Request, class Visit>
void ForEachPage(client::Client& client, Request request, Visit visit) {
  do {
    const Response page = client.Call<Response>(request);
    visit(page);
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
}

}  // namespace voronka::demo
