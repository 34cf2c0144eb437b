package portal

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

// The portal sends its own certificate without that of its issuer (GoGetSSL G2 TLS
// RSA4096 SHA256 2022 CA-1). Browsers find the issuer by the address that the
// certificate gives for it, and so does the client: the issuer is believed only when the
// chain through it leads to a root that is trusted already.

// missingIssuer returns the certificates of a host that nobody known has issued.
func missingIssuer(err error) ([]*x509.Certificate, bool) {
	var failed *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	if !errors.As(err, &failed) || !errors.As(err, &unknown) {
		return nil, false
	}
	return failed.UnverifiedCertificates, len(failed.UnverifiedCertificates) > 0
}

const (
	maxIssuers     = 3
	maxCertificate = 64 << 10 // bytes
)

// complete looks for the issuers that are missing in a chain, and connects anew with
// them. The error says what to do where they are not found.
func (c *Client) complete(ctx context.Context, chain []*x509.Certificate, host string) error {
	roots := c.roots
	if roots == nil {
		var err error
		if roots, err = x509.SystemCertPool(); err != nil {
			return fmt.Errorf("the portal's certificate cannot be verified: %w", err)
		}
	}
	leaf, last := chain[0], chain[len(chain)-1]
	between := x509.NewCertPool()
	for _, sent := range chain[1:] {
		between.AddCert(sent)
	}
	found := roots.Clone()
	var err error
	for range maxIssuers {
		var issuer *x509.Certificate
		if issuer, err = c.issuer(ctx, last); err != nil {
			break
		}
		between.AddCert(issuer)
		found.AddCert(issuer)
		if _, err = leaf.Verify(x509.VerifyOptions{DNSName: host, Roots: roots, Intermediates: between, CurrentTime: c.o.Now()}); err == nil {
			c.roots = found
			c.connect()
			return nil
		}
		last = issuer
	}
	return fmt.Errorf("the portal's certificate cannot be verified: its issuer %q is not known, and was not found (%w); give the issuer's certificate with --extra-ca",
		leaf.Issuer.CommonName, err)
}

// issuer fetches the certificate of who issued a certificate.
func (c *Client) issuer(ctx context.Context, of *x509.Certificate) (*x509.Certificate, error) {
	err := errors.New("the certificate does not say where it is")
	for _, address := range of.IssuingCertificateURL {
		var u *url.URL
		if u, err = url.Parse(address); err != nil || u.Scheme != "http" {
			err = fmt.Errorf("%s is not an http address", address)
			continue
		}
		var data []byte
		if data, err = c.download(ctx, address); err != nil {
			continue
		}
		var issuer *x509.Certificate
		if issuer, err = parseCertificate(data); err != nil {
			continue
		}
		if err = of.CheckSignatureFrom(issuer); err != nil {
			err = fmt.Errorf("the certificate at %s is not the issuer's: %w", address, err)
			continue
		}
		return issuer, nil
	}
	return nil, err
}

// download gets a certificate from its issuer's host, which is not the portal's.
func (c *Client) download(ctx context.Context, address string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	plain := &http.Client{Timeout: 30 * time.Second}
	response, err := plain.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %d", address, response.StatusCode)
	}
	return io.ReadAll(io.LimitReader(response.Body, maxCertificate))
}

func parseCertificate(data []byte) (*x509.Certificate, error) {
	if block, _ := pem.Decode(data); block != nil {
		data = block.Bytes
	}
	return x509.ParseCertificate(data)
}

// Trust returns the roots of the system together with the certificates of a PEM file.
func Trust(certificates []byte) (*x509.CertPool, error) {
	roots, err := x509.SystemCertPool()
	if err != nil {
		roots = x509.NewCertPool()
	}
	if !roots.AppendCertsFromPEM(certificates) {
		return nil, errors.New("there is no certificate in PEM form in it")
	}
	return roots, nil
}
