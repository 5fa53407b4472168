#include "gateway/http/asio.h"
// What those declare.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
