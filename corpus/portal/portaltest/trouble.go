package portaltest

import (
	"fmt"
	"net/http"
)

// Shell is the new portal's page, which comes with 200 for any path.
func Shell(w http.ResponseWriter, _ *http.Request) {
	send(w, `<!doctype html><html lang="ru"><head><title>Әділет</title><script src="/static/js/main.js"></script></head><body><div id="root"></div></body></html>`)
}

// Captcha asks whether a person is asking.
func Captcha(w http.ResponseWriter, _ *http.Request) {
	send(w, `<!DOCTYPE html><html><body><h1>Подтвердите, что вы не робот</h1><form><img src="/captcha.jpg"></form></body></html>`)
}

// Maintenance is the notice that comes with 200 in place of every page.
func Maintenance(w http.ResponseWriter, _ *http.Request) {
	send(w, `<!DOCTYPE html><html><body><div class="notice">Техникалық жұмыстар жүргізілуде. Ведутся технические работы</div></body></html>`)
}

// Busy answers 429; Retry-After is left out where it is empty.
func Busy(retryAfter string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		if retryAfter != "" {
			w.Header().Set("Retry-After", retryAfter)
		}
		http.Error(w, "too many requests", http.StatusTooManyRequests)
	}
}

// Gateway answers 504, as for very large acts.
func Gateway(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, "gateway timeout", http.StatusGatewayTimeout)
}

// Forbidden answers 403.
func Forbidden(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, "forbidden", http.StatusForbidden)
}

// Cut promises more bytes than it sends.
func Cut(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html;charset=UTF-8")
	w.Header().Set("Content-Length", "100000")
	fmt.Fprint(w, `<!DOCTYPE html><html><body><div class="container_alpha slogan"><h1>…</h1></div><article><p>1.`)
}

// Unfinished sends a page that ends in the middle without saying so.
func Unfinished(w http.ResponseWriter, _ *http.Request) {
	send(w, `<!DOCTYPE html><html><body><div class="container_alpha slogan"><h1>Title</h1></div><article><p>1. Half a pa`)
}

// Reset ends the connection without an answer.
func Reset(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// Session leads to the same address with a session glued to it.
func Session(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "JSESSIONID", Value: "0F2A", Path: "/"})
	w.Header().Set("Location", r.URL.Path+";jsessionid=0F2A")
	w.WriteHeader(http.StatusFound)
}

// Lead leads to another address.
func Lead(location string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", location)
		w.WriteHeader(http.StatusFound)
	}
}

// Times repeats a trouble.
func Times(n int, trouble http.HandlerFunc) []http.HandlerFunc {
	var out []http.HandlerFunc
	for range n {
		out = append(out, trouble)
	}
	return out
}
